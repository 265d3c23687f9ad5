package io.handsel.tasklist.web;

import io.handsel.shell.NotFound;
import java.util.UUID;

/** There is no such filter, or it is somebody else's. */
final class FilterNotFound extends NotFound {

    private FilterNotFound(String sentence) {
        super(sentence);
    }

    static FilterNotFound with(UUID id) {
        return new FilterNotFound("There is no filter " + id);
    }
}
