package io.handsel.forms;

import io.handsel.security.Actor;
import java.time.ZoneId;
import java.util.Locale;

/** For whom a form is written: in which language, and in whose time zone dates are meant. */
public record Viewer(Locale locale, ZoneId zone) {

    public static Viewer of(Actor actor) {
        return new Viewer(actor.locale(), actor.zone());
    }
}
