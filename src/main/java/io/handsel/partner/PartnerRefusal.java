package io.handsel.partner;

/** Why nothing was changed about a partner; also keys under {@code partner.refused}. */
public enum PartnerRefusal {
    NOT_YOURS(""),
    NOT_A_MANAGER("manager"),
    UNKNOWN_TERRITORY("territories"),
    NOT_POSSIBLE("standing"),
    REASON_MISSING("reason"),
    UNKNOWN_SERVICE_LEVEL("serviceLevel"),
    /** It is the one that counts already. */
    SAME_SERVICE_LEVEL("serviceLevel"),
    HAS_ENDED(""),
    CHANGED_MEANWHILE("");

    private final String field;

    PartnerRefusal(String field) {
        this.field = field;
    }

    /** The field of a form that is wrong; empty where it is none of them. */
    public String field() {
        return field;
    }
}
