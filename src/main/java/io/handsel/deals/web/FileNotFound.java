package io.handsel.deals.web;

import io.handsel.shell.NotFound;
import java.util.UUID;

final class FileNotFound extends NotFound {

    private FileNotFound(String message) {
        super(message);
    }

    static FileNotFound with(UUID id) {
        return new FileNotFound("The deal has no file of its partner " + id);
    }
}
