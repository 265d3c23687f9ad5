package io.handsel.recruitment;

/** Why something cannot be done with a campaign or a candidate. Each is a message, {@code recruitment.refused.<name>}. */
public enum RecruitmentRefusal {
    /** Not in a state in which this can be done. */
    NOT_IN_THIS_STATE,
    /** A question of the brief has no answer. */
    BRIEF_INCOMPLETE,
    /** It would end before it begins. */
    ENDS_TOO_EARLY,
    /** The day it was to end has passed. */
    DATES_OVER,
    /** Somebody who may not run campaigns. */
    NO_SUCH_OWNER,
    FIELD_MISSING,
    FIELD_TOO_LONG,
    UNKNOWN_COUNTRY,
    NO_DOMAIN,
    NO_EMAIL,
    NO_NUMBER,
    UNKNOWN_SEGMENT,
    UNKNOWN_LANGUAGE,
    /** Another candidate has this domain or this address. */
    KNOWN_ALREADY,
    /** Only a running campaign writes. */
    CAMPAIGN_NOT_RUNNING,
    /** Nobody fits who has not been written to. */
    NOBODY_FITS,
    /** There is no address to write to. */
    NO_ADDRESS,
    /** Whoever has this address wants no mail. */
    OPTED_OUT,
    /** Mails to this address come back. */
    DEAD_ADDRESS
}
