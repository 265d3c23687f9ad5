package io.handsel.tasklist.web;

import io.handsel.shell.NotFound;
import java.util.UUID;

/** There is no such file on the case. */
final class AttachmentNotFound extends NotFound {

    private AttachmentNotFound(String sentence) {
        super(sentence);
    }

    static AttachmentNotFound with(UUID id) {
        return new AttachmentNotFound("There is no file " + id);
    }
}
