package io.handsel.partner;

import io.handsel.security.LocationId;
import io.handsel.shell.NotFound;

/** The partner has no such location, or not for whoever asks. */
public class LocationNotFound extends NotFound {

    private LocationNotFound(String sentence) {
        super(sentence);
    }

    public static LocationNotFound with(LocationId id) {
        return new LocationNotFound("There is no location " + id);
    }
}
