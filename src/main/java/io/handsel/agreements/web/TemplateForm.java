package io.handsel.agreements.web;

import io.handsel.agreements.TemplateVersion;

/**
 * The next version of a template, as typed.
 *
 * @param after the version it was written on
 */
record TemplateForm(String title, String body, String after) {

    TemplateForm {
        title = title == null ? "" : title.strip();
        body = body == null ? "" : body.strip();
        after = after == null ? "" : after.strip();
    }

    static TemplateForm of(TemplateVersion newest) {
        return new TemplateForm(newest.title(), newest.body(), String.valueOf(newest.version()));
    }

    /** Whatever is no number is no version. */
    int afterVersion() {
        return after.matches("\\d{1,6}") ? Integer.parseInt(after) : -1;
    }
}
