package io.handsel.partner;

/** Why nothing was changed about a location; also keys under {@code partner.location.refused}. */
public enum LocationRefusal {
    NOT_YOURS(""),
    NAME_TAKEN("name"),
    /** Somebody active is limited to it. */
    IN_USE(""),
    HAS_ENDED(""),
    CHANGED_MEANWHILE("");

    private final String field;

    LocationRefusal(String field) {
        this.field = field;
    }

    /** The field of a form that is wrong; empty where it is none of them. */
    public String field() {
        return field;
    }
}
