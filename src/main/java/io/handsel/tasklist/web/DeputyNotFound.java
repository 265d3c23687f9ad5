package io.handsel.tasklist.web;

import io.handsel.shell.NotFound;
import java.util.UUID;

/** There is no such deputy, or none this person may end. */
final class DeputyNotFound extends NotFound {

    private DeputyNotFound(String sentence) {
        super(sentence);
    }

    static DeputyNotFound with(UUID id) {
        return new DeputyNotFound("There is no deputy " + id);
    }
}
