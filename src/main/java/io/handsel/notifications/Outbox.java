package io.handsel.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails that are to leave, or have left. A node takes one by moving its next attempt into the future; should the
 * node die, that moment comes and another takes it. Attempts are counted when they begin, so the count also names the
 * attempt: a node that took too long finds that it is no longer the one.
 */
@Repository
@Transactional
class Outbox {

    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient jdbc;
    private final NotificationSettings settings;
    private final Clock clock;

    Outbox(JdbcClient jdbc, NotificationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail on its way out. */
    record Attempt(
            long position,
            int number,
            String key,
            String recipient,
            String locale,
            String subject,
            String text,
            String html,
            @Nullable String unsubscribe) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Notice notice, Letter letter) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into outbox_mail (once_key, recipient, locale, subject, text_body, html_body,
                            unsubscribe, confidential, state, attempts, next_attempt_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?) on conflict do nothing
                        """)
                .params(
                        notice.once(),
                        letter.recipient(),
                        letter.locale().toLanguageTag(),
                        letter.subject(),
                        letter.text(),
                        letter.html(),
                        letter.unsubscribe(),
                        notice.confidential(),
                        now,
                        now)
                .update();
    }

    /** Takes the mail that has waited longest; no two senders get the same. */
    Optional<Attempt> take() {
        var now = clock.instant();
        var due = jdbc.sql("""
                        select position, attempts, once_key, recipient, locale, subject, text_body, html_body,
                            unsubscribe
                        from outbox_mail where state = 'WAITING' and next_attempt_at <= ?
                        order by next_attempt_at limit 1 for update skip locked
                        """)
                .param(Timestamp.from(now))
                .query((row, number) -> new Attempt(
                        row.getLong("position"),
                        row.getInt("attempts") + 1,
                        row.getString("once_key"),
                        row.getString("recipient"),
                        row.getString("locale"),
                        row.getString("subject"),
                        row.getString("text_body"),
                        row.getString("html_body"),
                        row.getString("unsubscribe")))
                .optional();
        due.ifPresent(attempt -> jdbc.sql("update outbox_mail set attempts = ?, next_attempt_at = ? where position = ?")
                .params(attempt.number(), Timestamp.from(now.plus(settings.lease())), attempt.position())
                .update());
        return due;
    }

    void succeeded(Attempt attempt) {
        jdbc.sql("""
                        update outbox_mail set state = 'SENT', sent_at = ?, problem = null,
                            text_body = case when confidential then '' else text_body end,
                            html_body = case when confidential then '' else html_body end
                        where position = ? and attempts = ? and state = 'WAITING'
                        """)
                .params(Timestamp.from(clock.instant()), attempt.position(), attempt.number())
                .update();
    }

    /** Waits longer after each failure and gives up after the last. */
    MailState failed(Attempt attempt, String problem) {
        var isLast = attempt.number() > settings.retries().size();
        var state = isLast ? MailState.DEAD : MailState.WAITING;
        var next = isLast
                ? clock.instant()
                : clock.instant().plus(settings.retries().get(attempt.number() - 1));
        jdbc.sql("""
                        update outbox_mail set state = ?, next_attempt_at = ?, problem = ?
                        where position = ? and attempts = ? and state = 'WAITING'
                        """)
                .params(
                        state.name(),
                        Timestamp.from(next),
                        problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM),
                        attempt.position(),
                        attempt.number())
                .update();
        return state;
    }

    /** Begins anew with a mail that was put aside or waits for its next attempt. */
    boolean retry(long position) {
        return jdbc.sql("""
                                update outbox_mail set state = 'WAITING', attempts = 0, next_attempt_at = ?
                                where position = ? and state <> 'SENT'
                                """).params(Timestamp.from(clock.instant()), position).update() == 1;
    }

    /** Forgets a mail that has not left yet; one that is leaving at this very moment cannot be called back. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(String key) {
        jdbc.sql("delete from outbox_mail where once_key = ? and state <> 'SENT'")
                .param(key)
                .update();
    }

    /** The newest mails first, from below this position. */
    @Transactional(readOnly = true)
    List<MailView> page(@Nullable MailState state, long below, int size) {
        return state == null
                ? jdbc.sql("select * from outbox_mail where position < ? order by position desc limit ?")
                        .params(below, size)
                        .query(Outbox::view)
                        .list()
                : jdbc.sql("select * from outbox_mail where state = ? and position < ? order by position desc limit ?")
                        .params(state.name(), below, size)
                        .query(Outbox::view)
                        .list();
    }

    @Transactional(readOnly = true)
    Optional<MailView> find(long position) {
        return jdbc.sql("select * from outbox_mail where position = ?")
                .param(position)
                .query(Outbox::view)
                .optional();
    }

    private static MailView view(ResultSet row, int number) throws SQLException {
        return new MailView(
                row.getLong("position"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text_body"),
                row.getBoolean("confidential"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
