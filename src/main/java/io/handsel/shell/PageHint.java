package io.handsel.shell;

import io.handsel.security.Actor;
import java.util.Optional;

/**
 * What a module has to say to somebody of a partner on every page, in one slim line under the navigation: the next thing
 * to do on a guided walk. Contributed as a bean; the first that has something to say is heard.
 */
public interface PageHint {

    /** What is said now; empty where there is nothing. */
    Optional<Line> on(Actor actor);

    /**
     * One line.
     *
     * @param label message key of what this is part of
     * @param text message key of what to do
     * @param page where it is done
     * @param leave where a form is sent by whoever wants to hear no more
     * @param done how many of the parts are done
     * @param parts how many there are
     */
    record Line(String label, String text, String page, String leave, int done, int parts) {}
}
