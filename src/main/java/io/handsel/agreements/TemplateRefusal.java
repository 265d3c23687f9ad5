package io.handsel.agreements;

/** Why a template cannot be written so. */
public enum TemplateRefusal {
    UNKNOWN_PLACEHOLDER("body"),
    TITLE_MISSING("title"),
    TOO_LONG("body"),
    EMPTY("body"),
    /** Somebody else has written a version since this one was opened. */
    CHANGED_MEANWHILE("body");

    private final String field;

    TemplateRefusal(String field) {
        this.field = field;
    }

    /** The form field it is about. */
    public String field() {
        return field;
    }
}
