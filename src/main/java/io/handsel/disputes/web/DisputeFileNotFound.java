package io.handsel.disputes.web;

import io.handsel.shell.NotFound;
import java.util.UUID;

/** A dispute has no such file that whoever asks may read. */
final class DisputeFileNotFound extends NotFound {

    private DisputeFileNotFound(String message) {
        super(message);
    }

    static DisputeFileNotFound with(UUID file) {
        return new DisputeFileNotFound("No file " + file);
    }
}
