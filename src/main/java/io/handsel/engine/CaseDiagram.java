package io.handsel.engine;

import java.util.Set;

/**
 * One process of a case, as its diagram shows it.
 *
 * @param name the process's name, or its key where the model has none
 * @param bpmn the file the case runs on, whatever has been published since
 * @param here the elements where it stands now
 * @param done the elements it has left
 */
public record CaseDiagram(ProcessKey process, String name, byte[] bpmn, Set<String> here, Set<String> done) {

    public boolean isRunning() {
        return !here.isEmpty();
    }
}
