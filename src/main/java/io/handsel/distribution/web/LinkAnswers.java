package io.handsel.distribution.web;

import io.handsel.distribution.LinkOutcome;
import io.handsel.distribution.LinkOutcome.Refused;

/** Where a page goes on after something was done with a link, and what it says then. */
final class LinkAnswers {

    /** Before what is said after something was done, or refused. */
    static final String SAID = "distribution.said.";

    private LinkAnswers() {}

    /** @param done what is said where it was done: a key under {@code distribution.said} */
    static String redirect(String page, LinkOutcome outcome, String done) {
        var said = outcome instanceof Refused refused ? refused.reason().name() : done;
        return "redirect:" + page + "?said=" + SAID + said;
    }
}
