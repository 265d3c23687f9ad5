package io.handsel.accounts;

import io.handsel.shell.NotFound;

/** No such request, or none among the people of the asking partner. */
public final class ColleagueRequestNotFound extends NotFound {

    private ColleagueRequestNotFound(String message) {
        super(message);
    }

    static ColleagueRequestNotFound withId(ColleagueRequestId id) {
        return new ColleagueRequestNotFound("There is no request " + id);
    }
}
