package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which elements of diagrams the processes of a test run have been at, as the engine's own history tells. */
public final class ProcessCoverage {

    private final Set<String> all = new TreeSet<>();
    private final Set<String> missed = new TreeSet<>();

    private ProcessCoverage() {}

    public static ProcessCoverage of(ProcessEngine engine, ProcessKey... processes) {
        var coverage = new ProcessCoverage();
        Arrays.stream(processes).forEach(process -> coverage.add(engine, process));
        return coverage;
    }

    public void assertAtLeast(int percent) {
        var covered = all.size() - missed.size();
        assertThat(covered * 100 / all.size())
                .as("per cent of %d flow nodes; not reached: %s", all.size(), missed)
                .isGreaterThanOrEqualTo(percent);
    }

    private void add(ProcessEngine engine, ProcessKey process) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process.key())
                .latestVersion()
                .singleResult();
        engine.getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> {
                    var name = process + "/" + node.getId();
                    all.add(name);
                    var visits = engine
                            .getHistoryService()
                            .createHistoricActivityInstanceQuery()
                            .activityId(node.getId())
                            .list()
                            .stream()
                            .filter(visit -> visit.getProcessDefinitionKey().equals(process.key()));
                    if (visits.findAny().isEmpty()) {
                        missed.add(name);
                    }
                });
    }
}
