package io.handsel.shell.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent with which key, and what was answered. Lives in the transaction of the request it records. */
@Repository
class Once {

    private final JdbcClient jdbc;

    Once(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who sent what where: the same three are the same act. */
    record Act(String sender, String key, String route) {}

    record Answer(
            int status, List<String> headers, @Nullable String body) {}

    record Recorded(String contentHash, Answer answer) {}

    /**
     * Makes this act ours. On another node's uncommitted row of the same act the database waits until that is decided.
     *
     * @return false when it is already done
     */
    boolean begin(Act act, String contentHash, Instant at) {
        return jdbc.sql("""
                        insert into once (sender, once_key, route, content_hash, sent_at)
                        values (:sender, :key, :route, :hash, :at) on conflict do nothing""")
                        .param("sender", act.sender())
                        .param("key", act.key())
                        .param("route", act.route())
                        .param("hash", contentHash)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void answered(Act act, Answer answer) {
        jdbc.sql("""
                update once set status = :status, headers = :headers, body = :body
                where sender = :sender and once_key = :key and route = :route""")
                .param("status", answer.status())
                .param("headers", String.join("\n", answer.headers()))
                .param("body", answer.body())
                .param("sender", act.sender())
                .param("key", act.key())
                .param("route", act.route())
                .update();
    }

    /** Nothing came of it, so that the same key may be sent again, corrected. */
    void forget(Act act) {
        jdbc.sql("delete from once where sender = :sender and once_key = :key and route = :route")
                .param("sender", act.sender())
                .param("key", act.key())
                .param("route", act.route())
                .update();
    }

    Optional<Recorded> find(Act act) {
        return jdbc.sql("""
                select content_hash, status, headers, body from once
                where sender = :sender and once_key = :key and route = :route""")
                .param("sender", act.sender())
                .param("key", act.key())
                .param("route", act.route())
                .query((row, number) -> new Recorded(
                        row.getString("content_hash"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("headers").lines().toList(),
                                row.getString("body"))))
                .optional();
    }

    int forgetBefore(Instant end) {
        return jdbc.sql("delete from once where sent_at < :end")
                .param("end", utc(end))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
