package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import io.handsel.notifications.Notifications;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which addresses outreach may write to. Whoever writes and whoever opts out lock the same row, so that one of them
 * comes first: an address that has opted out is never written to again, and nothing here takes that back. The database
 * says so by itself, too: a mail of outreach refers to its address being open.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OptOuts {

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Clock clock;

    OptOuts(JdbcClient jdbc, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.clock = clock;
    }

    enum Standing {
        OPEN,
        OPTED_OUT,
        /** Mails to it come back. */
        DEAD
    }

    /** How it stands with the address until the end of the transaction. */
    Standing lock(EmailAddress address) {
        jdbc.sql("insert into outreach_address (address, standing, since) values (?, 'OPEN', ?) on conflict do nothing")
                .params(address.address(), now())
                .update();
        return jdbc.sql("select standing from outreach_address where address = ? for update")
                .param(address.address())
                .query((row, number) -> Standing.valueOf(row.getString("standing")))
                .single();
    }

    Optional<Standing> find(EmailAddress address) {
        return jdbc.sql("select standing from outreach_address where address = ?")
                .param(address.address())
                .query((row, number) -> Standing.valueOf(row.getString("standing")))
                .optional();
    }

    /** @return whether it is new */
    boolean optOut(EmailAddress address) {
        return lock(address) != Standing.OPTED_OUT && close(address, Standing.OPTED_OUT);
    }

    /** @return whether it is new */
    boolean died(EmailAddress address) {
        return lock(address) == Standing.OPEN && close(address, Standing.DEAD);
    }

    private boolean close(EmailAddress address, Standing standing) {
        // What waits for the mail server must not leave any more.
        jdbc.sql("select message_key from outreach_mail where address = ? and standing = 'OPEN'")
                .param(address.address())
                .query(String.class)
                .list()
                .forEach(notifications::withdraw);
        jdbc.sql("update outreach_mail set standing = null, closed_at = ? where address = ? and standing = 'OPEN'")
                .params(now(), address.address())
                .update();
        return jdbc.sql("update outreach_address set standing = ?, since = ? where address = ?")
                        .params(standing.name(), now(), address.address())
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
