package io.handsel.deals;

/** Why something cannot be done with a deal. Each is a message, {@code deals.refused.<name>}. */
public enum DealRefusal {
    /** The deal is not in a state in which this can be done. */
    NOT_IN_THIS_STATE,
    /** Somebody else changed the deal in the meantime. */
    CHANGED_MEANWHILE,
    PROGRAM_UNKNOWN,
    /** The program is not for partners of this tier or type. */
    PROGRAM_CLOSED,
    FIELD_MISSING,
    FIELD_TOO_LONG,
    WEBSITE_INVALID,
    COUNTRY_UNKNOWN,
    STATE_MISSING,
    DUNS_INVALID,
    EMAIL_INVALID,
    CURRENCY_UNKNOWN,
    VALUE_NOT_POSITIVE,
    BELOW_MINIMUM,
    CLOSE_DATE_PAST,
    NEED_TOO_SHORT,
    RFP_DATE_MISSING,
    RFP_PUBLISHED,
    OWN_REFERENCE_TAKEN,
    /** The partner has as many open deals as the program allows. */
    CAP_REACHED,
    /** Asked or submitted too often; the detail says when to come again. */
    TOO_MANY_QUESTIONS,
    /** The partner's asking has been paused: nothing is shown beforehand, though a registration may be sent. */
    ASKING_PAUSED,
    /** The partner may not sell at present. */
    PARTNER_NOT_ACTIVE,
    RESUBMISSION_USED,
    RESUBMISSION_NOT_OFFERED,
    WITHDRAWAL_NOT_OFFERED,
    /** In this program the win is final. */
    REVERSAL_NOT_OFFERED,
    /** An answer changed a field the reviewer did not mark. */
    FIELD_NOT_MARKED,
    EXTENSION_NOT_OFFERED,
    EXTENSION_USED,
    EXTENSION_WAITING,
    AMENDMENT_WAITING,
    /** The amendment changes nothing. */
    NOTHING_CHANGED,
    ORDER_DATE_IN_FUTURE,
    /** The decider belongs to the partner, registered the deal, or stands in for who did. */
    NOT_YOURS_TO_DECIDE,
    /** The customer, or a part of it, is protected for a third partner. */
    HELD_BY_A_THIRD,
    /** The vendor sells to the customer itself or has assigned it to a partner. */
    CUSTOMER_NOT_OPEN,
    /** The program takes no customer's choice, one waits already, or the deal does not stand so. */
    CHOICE_NOT_OFFERED,
    CHOICE_DATE_IN_FUTURE,
    /** Nobody else claims the customer, so there is nothing to choose: the registration is to be decided. */
    NO_OTHER_CLAIM,
    REASON_MISSING,
    /** Only whoever is of all locations moves a deal from one to another. */
    LOCATION_NOT_YOURS,
    /** The company has no such location. */
    LOCATION_UNKNOWN,
    LOCATION_CLOSED,
    /** The partner that is to go on with the deal has nobody who could. */
    NOBODY_TO_GO_ON,
    /** Several accounts may be meant: the reviewer says which. */
    CUSTOMER_UNSETTLED,
    /** Another partner has the customer, or the whole it is part of. */
    CUSTOMER_RESERVED
}
