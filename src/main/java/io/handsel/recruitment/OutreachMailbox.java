package io.handsel.recruitment;

import io.handsel.recruitment.ReceivedMail.Bounce;
import io.handsel.recruitment.ReceivedMail.Reply;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox answers arrive in, by IMAP. A mail is marked as seen once it has had its effect. A node that dies in
 * between leaves it to be read again, and several nodes may read it at once: each mail has a name, and has its effect
 * once.
 */
@Component
class OutreachMailbox {

    private static final Logger LOG = LoggerFactory.getLogger(OutreachMailbox.class);
    private static final String PATIENCE_IN_MILLIS = "10000";

    private final MailboxSettings settings;
    private final Outreach outreach;

    OutreachMailbox(MailboxSettings settings, Outreach outreach) {
        this.settings = settings;
        this.outreach = outreach;
    }

    /** Takes every mail nobody has seen yet; nothing where no mailbox is named. */
    void read() throws MessagingException {
        if (settings.host() == null || settings.host().isBlank()) {
            return;
        }
        var protocol = settings.tls() ? "imaps" : "imap";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (var folder = store.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                for (var mail : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) {
                    take(mail, name(folder, mail));
                    mail.setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    /** One mail nobody can read holds no other up. */
    private void take(Message mail, MailName name) {
        try {
            var received = ReceivedMail.of(mail);
            if (received instanceof Reply reply && outreach.replied(name, reply.references(), reply.from())) {
                LOG.info("RECRUIT-030 a candidate has answered");
            } else if (received instanceof Bounce bounce && outreach.bounced(name, bounce.message())) {
                LOG.info("RECRUIT-031 a mail to a candidate has come back");
            }
        } catch (IOException | MessagingException unreadable) {
            LOG.warn("RECRUIT-032 a mail cannot be read and is left to people", unreadable);
        }
    }

    /** The server's own number is the mail's alone: what the mail says of itself anybody could write. */
    private MailName name(Folder folder, Message mail) throws MessagingException {
        var numbers = (UIDFolder) folder;
        return MailName.of(
                settings.user(),
                Objects.requireNonNull(settings.host()),
                settings.folder(),
                numbers.getUIDValidity(),
                numbers.getUID(mail));
    }

    private static Properties properties(String protocol) {
        var properties = new Properties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", PATIENCE_IN_MILLIS);
        properties.setProperty("mail." + protocol + ".timeout", PATIENCE_IN_MILLIS);
        properties.setProperty("mail." + protocol + ".writetimeout", PATIENCE_IN_MILLIS);
        // Reading alone marks nothing: what has had no effect yet is found again.
        properties.setProperty("mail." + protocol + ".peek", "true");
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        return properties;
    }
}
