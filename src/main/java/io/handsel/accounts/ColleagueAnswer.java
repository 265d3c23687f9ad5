package io.handsel.accounts;

/** How a request among colleagues ended. */
public enum ColleagueAnswer {
    ACCEPTED,
    DECLINED,
    /** The claim was over before anybody answered. */
    CLAIM_ENDED,
    /** Who asked has got the customer another way. */
    NEEDLESS
}
