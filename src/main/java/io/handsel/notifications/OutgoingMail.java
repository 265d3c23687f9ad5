package io.handsel.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** What the operator sees of the outbox and may do about it. */
@Service
public class OutgoingMail {

    private final Outbox outbox;
    private final ObjectProvider<JavaMailSender> server;

    OutgoingMail(Outbox outbox, ObjectProvider<JavaMailSender> server) {
        this.outbox = outbox;
        this.server = server;
    }

    /** Whether there is a server to send by; without one mail only waits. */
    public boolean hasServer() {
        return server.getIfAvailable() != null;
    }

    /** The newest first, from below this position. */
    public List<MailView> page(@Nullable MailState state, long below, int size) {
        return outbox.page(state, below, size).stream().map(this::readable).toList();
    }

    /** @throws MailNotFound if there is none */
    public MailView get(long position) {
        return outbox.find(position).map(this::readable).orElseThrow(() -> MailNotFound.at(position));
    }

    /** Where mail reaches people by a server, nobody else needs to hand them their secrets. */
    private MailView readable(MailView mail) {
        return mail.confidential() && hasServer() ? mail.withoutText() : mail;
    }

    /** Tries a mail that has not been sent anew, at once; false where the server has taken it meanwhile. */
    public boolean retry(long position) {
        return get(position).state() != MailState.SENT && outbox.retry(position);
    }
}
