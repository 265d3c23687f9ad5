package io.handsel.forms;

import io.handsel.security.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people have typed and not yet sent. A draft belongs to one person, one form and one subject (a task, a deal, or
 * nothing for a new one); nobody else can reach it, for the owner is part of every query. It claims nothing.
 */
@Service
public class FormDrafts {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FormSettings settings;

    FormDrafts(JdbcClient jdbc, Clock clock, FormSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public Optional<FormDraft> load(DraftKey key) {
        return jdbc.sql("""
                        select answers, version, saved_at from form_draft
                        where owner_id = ? and form_key = ? and subject = ?
                        """)
                .params(key.owner().id(), key.form(), key.subject())
                .query((row, number) -> new FormDraft(
                        JSON.readValue(row.getString("answers"), ANSWERS),
                        row.getLong("version"),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    /**
     * Keeps a draft.
     *
     * @param basedOn the version of the draft the page was made from, 0 for none: if another window has saved since, its
     *     draft stays
     */
    @Transactional
    public DraftOutcome save(DraftKey key, long basedOn, Map<String, ? extends @Nullable Object> answers) {
        String text = JSON.writeValueAsString(answers);
        if (text.length() > settings.largestDraft()) {
            return new DraftOutcome.TooLarge(settings.largestDraft());
        }
        int saved = basedOn > 0 ? update(key, basedOn, text) : insert(key, text);
        return saved == 1 ? new DraftOutcome.Saved(basedOn + 1) : changedElsewhere(key, basedOn, text);
    }

    /** Sent or given up: the draft is gone, in the transaction of the answer it became. */
    @Transactional
    public void discard(DraftKey key) {
        jdbc.sql("delete from form_draft where owner_id = ? and form_key = ? and subject = ?")
                .params(key.owner().id(), key.form(), key.subject())
                .update();
    }

    /** Everything a person has begun, newest first. */
    @Transactional(readOnly = true)
    public List<DraftSummary> of(PersonId owner) {
        return jdbc.sql("select form_key, subject, saved_at from form_draft where owner_id = ? order by saved_at desc")
                .param(owner.id())
                .query((row, number) -> new DraftSummary(
                        row.getString("form_key"),
                        row.getString("subject"),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    private int update(DraftKey key, long basedOn, String text) {
        return jdbc.sql("""
                        update form_draft set answers = ?, version = version + 1, saved_at = ?
                        where owner_id = ? and form_key = ? and subject = ? and version = ?
                        """)
                .params(text, Timestamp.from(clock.instant()), key.owner().id(), key.form(), key.subject(), basedOn)
                .update();
    }

    private int insert(DraftKey key, String text) {
        return jdbc.sql("""
                        insert into form_draft (id, owner_id, form_key, subject, answers, version, saved_at)
                        values (?, ?, ?, ?, ?, 1, ?) on conflict do nothing
                        """)
                .params(
                        UUID.randomUUID(),
                        key.owner().id(),
                        key.form(),
                        key.subject(),
                        text,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Discarded meanwhile (the page is older than the answer that was sent) is a change too: it does not come back. */
    private DraftOutcome changedElsewhere(DraftKey key, long basedOn, String text) {
        Optional<FormDraft> other = load(key);
        return other.filter(draft -> draft.version() == basedOn + 1
                        && JSON.writeValueAsString(draft.answers()).equals(text))
                .<DraftOutcome>map(draft -> new DraftOutcome.Saved(draft.version()))
                .orElseGet(() -> new DraftOutcome.ChangedElsewhere(other.orElse(null)));
    }
}
