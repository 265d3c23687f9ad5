package io.handsel.people;

/** Why nothing was changed about a person; also keys under {@code people.refused}. */
public enum PersonRefusal {
    NAME_TAKEN("signInName"),
    NO_ROLE("roles"),
    MIXED_ROLES("roles"),
    NO_PARTNER("partner"),
    NOT_FOR_PARTNERS("roles"),
    PARTNER_ENDED("partner"),
    LAST_OPERATOR("roles"),
    YOURSELF("roles"),
    CARES_FOR_PARTNERS("roles"),
    ANSWERS_FOR_TERRITORIES("roles"),
    /** The company has no such location. */
    LOCATION_UNKNOWN("location"),
    LOCATION_CLOSED("location"),
    /** Nobody else could administer all of the company. */
    LAST_OF_ALL_LOCATIONS("location"),
    INACTIVE(""),
    CHANGED_MEANWHILE("");

    private final String field;

    PersonRefusal(String field) {
        this.field = field;
    }

    /** The field of a form that is wrong; empty where it is none of them. */
    public String field() {
        return field;
    }
}
