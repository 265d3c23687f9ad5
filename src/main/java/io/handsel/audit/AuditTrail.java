package io.handsel.audit;

import io.handsel.security.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: append and read, nothing else. */
@Service
public class AuditTrail {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What a person did. Must run in the transaction of the change itself, so that neither exists without the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseReference subject, Actor actor, String action, Map<String, String> details) {
        append(subject, actor.person().id(), actor.name(), action, details);
    }

    /** What happened by itself: a clock ran out, a table decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBySystem(CaseReference subject, String action, Map<String, String> details) {
        append(subject, null, "system", action, details);
    }

    /** Everything on a case, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(CaseReference subject) {
        return jdbc.sql("""
                        select at, actor_name, action, details from audit_entry
                        where subject_kind = ? and subject_id = ? order by position
                        """)
                .params(subject.kind(), subject.id())
                .query((row, number) -> new AuditEntry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor_name"),
                        row.getString("action"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }

    private void append(
            CaseReference subject, @Nullable UUID person, String name, String action, Map<String, String> details) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into audit_entry (at, subject_kind, subject_id, actor_id, actor_name, action, details)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Timestamp.from(now),
                        subject.kind(),
                        subject.id(),
                        person,
                        name,
                        action,
                        json.writeValueAsString(details))
                .update();
    }
}
