package io.handsel.forms;

import io.handsel.shell.NotFound;

/** A form that no source has. */
public final class FormNotFound extends NotFound {

    private FormNotFound(String sentence) {
        super(sentence);
    }

    static FormNotFound named(String name) {
        return new FormNotFound("There is no form " + name);
    }
}
