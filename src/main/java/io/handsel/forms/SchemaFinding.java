package io.handsel.forms;

/** Something to say about a schema, with the JSON pointer of the place. */
public record SchemaFinding(Weight weight, String pointer, String message) {

    /** How much a finding matters. */
    public enum Weight {
        /** The schema cannot be read at all. */
        UNREADABLE,
        /** The schema can be shown but must not be published. */
        REFUSED,
        /** Allowed, and probably not meant. */
        WARNING
    }

    public boolean refuses() {
        return weight != Weight.WARNING;
    }

    @Override
    public String toString() {
        return pointer + ": " + message;
    }
}
