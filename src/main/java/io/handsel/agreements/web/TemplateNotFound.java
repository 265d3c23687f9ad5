package io.handsel.agreements.web;

import io.handsel.shell.NotFound;

/** There is no such template, or not in this language. */
final class TemplateNotFound extends NotFound {

    private static final long serialVersionUID = 1L;

    private TemplateNotFound(String message) {
        super(message);
    }

    static TemplateNotFound named(String name) {
        return new TemplateNotFound("There is no template " + name);
    }
}
