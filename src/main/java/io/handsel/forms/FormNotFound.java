package io.handsel.forms;

/** A form that no source has. */
public class FormNotFound extends RuntimeException {

    private FormNotFound(String message) {
        super(message);
    }

    static FormNotFound named(String name) {
        return new FormNotFound("There is no form " + name);
    }
}
