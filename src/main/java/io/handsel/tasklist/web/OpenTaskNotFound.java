package io.handsel.tasklist.web;

import io.handsel.shell.NotFound;

/** There is no such open task for the person who asks. */
final class OpenTaskNotFound extends NotFound {

    private OpenTaskNotFound(String sentence) {
        super(sentence);
    }

    static OpenTaskNotFound with(String id) {
        return new OpenTaskNotFound("There is no open task " + id);
    }
}
