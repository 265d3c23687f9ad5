package io.handsel.notifications;

import io.handsel.notifications.Notice.Recipient.Address;
import io.handsel.notifications.Notice.Recipient.Somebody;
import io.handsel.security.People;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what happened. */
@Service
public class Notifications {

    private final People people;
    private final LetterWriter writer;
    private final Outbox outbox;

    Notifications(People people, LetterWriter writer, Outbox outbox) {
        this.people = people;
        this.writer = writer;
        this.outbox = outbox;
    }

    /**
     * Written in the caller's transaction: what is rolled back is told to nobody, and what was told already, going by
     * the notice's key, is not told again. Whoever is not active any more is not told.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice) {
        if (notice.recipient() instanceof Somebody somebody) {
            var person = people.get(somebody.person());
            if (person.active()) {
                outbox.add(notice, writer.write(notice, person.email(), person.locale(), person.zone()));
            }
        } else if (notice.recipient() instanceof Address address) {
            outbox.add(notice, writer.write(notice, address.address(), address.locale(), address.zone()));
        }
    }

    /** What was to be told under this key is told no more, unless it has left already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String key) {
        outbox.withdraw(key);
    }

    /** The part before the at sign of the message id under which a notice of this key leaves, and replies refer to it. */
    public static String messageName(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
