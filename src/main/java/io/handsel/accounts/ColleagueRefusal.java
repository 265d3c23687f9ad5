package io.handsel.accounts;

/** Why nothing came of it; each has its sentence under {@code accounts.colleague.refused}. */
public enum ColleagueRefusal {
    /** Who asks has the customer already. */
    YOURS_ALREADY,
    /** The claim is over: the customer may be free. */
    ENDED,
    /** Only who has the customer, or the partner's administrator, can answer, and nobody their own request. */
    NOT_YOURS_TO_ANSWER,
    ANSWERED_ALREADY,
    /** Who asked does not work there any more. */
    ASKER_LEFT
}
