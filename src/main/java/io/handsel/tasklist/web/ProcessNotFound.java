package io.handsel.tasklist.web;

import io.handsel.shell.NotFound;

/** There is no such process, or none this person may begin. */
final class ProcessNotFound extends NotFound {

    private ProcessNotFound(String sentence) {
        super(sentence);
    }

    static ProcessNotFound with(String id) {
        return new ProcessNotFound("There is no process " + id);
    }
}
