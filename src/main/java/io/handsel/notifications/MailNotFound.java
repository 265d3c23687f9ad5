package io.handsel.notifications;

import io.handsel.shell.NotFound;

/** There is no such mail in the outbox. */
public class MailNotFound extends NotFound {

    private MailNotFound(String sentence) {
        super(sentence);
    }

    static MailNotFound at(long position) {
        return new MailNotFound("There is no mail at " + position);
    }
}
