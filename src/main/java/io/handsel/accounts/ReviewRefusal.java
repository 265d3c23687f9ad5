package io.handsel.accounts;

/** Why a look at a house account led to nothing; each has its sentence under {@code accounts.review.refused}. */
public enum ReviewRefusal {
    /** Something else has been laid down since, or somebody else has looked at it. */
    CHANGED_MEANWHILE,
    /** The next time to look is not in the future. */
    NOT_LATER
}
