package io.handsel.audit;

import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
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
                .query(this::entry)
                .list();
    }

    /**
     * The newest entries on a case that are not after this moment, newest first, at most so many, each by its position in
     * the trail: of two in one moment the one written later has the greater one.
     */
    @Transactional(readOnly = true)
    public Map<Long, AuditEntry> newest(CaseReference subject, Instant until, int most) {
        Map<Long, AuditEntry> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select position, at, actor_name, action, details from audit_entry
                        where subject_kind = ? and subject_id = ? and at <= ? order by at desc, position desc limit ?
                        """)
                .params(subject.kind(), subject.id(), Timestamp.from(until), most)
                .query(row -> {
                    found.put(row.getLong("position"), entry(row, 0));
                });
        return found;
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getTimestamp("at").toInstant(),
                row.getString("actor_name"),
                row.getString("action"),
                json.readValue(row.getString("details"), DETAILS));
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
