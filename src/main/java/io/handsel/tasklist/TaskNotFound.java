package io.handsel.tasklist;

import io.handsel.shell.NotFound;

/** There is no such open task, or none this person may see. */
public final class TaskNotFound extends NotFound {

    private TaskNotFound(String sentence) {
        super(sentence);
    }

    static TaskNotFound with(String id) {
        return new TaskNotFound("There is no task " + id);
    }
}
