package io.handsel.onboarding;

import org.jspecify.annotations.Nullable;

/** What a step on a partner's track is about; also keys under {@code onboarding.step}. */
public enum StepKind {
    /** The agreement is in force. */
    SIGN("/agreements"),
    /** The manager introduces the program; the manager says when it is done. */
    KICK_OFF(null),
    /** The company has said about itself what customers and managers need to know. */
    PROFILE("/onboarding/profile"),
    /** A second person of the company can sign in. */
    COLLEAGUES("/partner/people"),
    /** Somebody of the company has walked through the portal. */
    WALK("/onboarding/walk"),
    /** Somebody of the company holds the certificate of the first course. */
    TRAINING("/training"),
    /** The joint business plan is agreed. */
    PLAN("/onboarding/plan"),
    /** The first registration of a deal is approved. */
    FIRST_DEAL("/deals/new");

    private final @Nullable String page;

    StepKind(@Nullable String page) {
        this.page = page;
    }

    /** Where the partner does it; null where there is nothing the partner can do on a page. */
    public @Nullable String page() {
        return page;
    }

    /** Whether the manager finishes it by a word, because nothing else tells. */
    public boolean isSaidByManager() {
        return this == KICK_OFF;
    }
}
