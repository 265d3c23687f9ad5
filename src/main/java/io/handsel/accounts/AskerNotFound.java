package io.handsel.accounts;

import io.handsel.shell.NotFound;
import java.util.UUID;

/** Nobody who could ask has this id. */
public final class AskerNotFound extends NotFound {

    private AskerNotFound(String sentence) {
        super(sentence);
    }

    static AskerNotFound withId(UUID id) {
        return new AskerNotFound("Nobody asks with id " + id);
    }
}
