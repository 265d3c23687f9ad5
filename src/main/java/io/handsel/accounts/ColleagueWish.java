package io.handsel.accounts;

/** What somebody asks the colleague who has a customer. */
public enum ColleagueWish {
    /** To take part: both have the customer from then on. */
    JOIN,
    /** To have the customer instead. */
    TAKE_OVER
}
