package io.handsel.tasklist;

import io.handsel.engine.AdditionalAnswers;
import io.handsel.engine.Facts;
import io.handsel.forms.FormValues;
import io.handsel.security.Actor;
import java.math.BigDecimal;
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

/**
 * What people answered in forms that no Java reads: kept whole with the case, and given to the process as far as it can
 * steer by it.
 */
@Service
public class CaseAnswers {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    /** What the engine's column for texts holds. */
    private static final int LONGEST_VARIABLE = 4_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CaseAnswers(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** One form somebody filled in. */
    public record Given(String element, String name, Instant at, Map<String, @Nullable Object> answers) {}

    /** Everything answered on a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Given> of(String caseKey) {
        return jdbc.sql("select element, name, given, answers from task_answer where case_key = ? order by given, id")
                .param(caseKey)
                .query((row, number) -> new Given(
                        row.getString("element"),
                        row.getString("name"),
                        TaskRows.instant(row, "given"),
                        json.readValue(row.getString("answers"), ANSWERS)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(TaskEntry entry, FormValues given, Actor actor) {
        keep(entry.caseKey(), entry.process().key(), entry.element(), given, actor);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(String caseKey, String process, String element, FormValues given, Actor actor) {
        jdbc.sql("""
                        insert into task_answer (id, case_key, process, element, person, name, given, answers)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        caseKey,
                        process,
                        element,
                        actor.person().id(),
                        actor.name(),
                        TaskRows.written(clock.instant()),
                        json.writeValueAsString(given.all()))
                .update();
    }

    /** The answers as variables: each plain one by its name, and all that can steer as {@code answers}. */
    static Facts facts(Facts known, FormValues given) {
        var facts = AdditionalAnswers.added(known, given.all());
        for (var answer : given.all().entrySet()) {
            var plain = plain(answer.getValue());
            if (!answer.getKey().equals(AdditionalAnswers.VARIABLE)
                    && Facts.isPlain(plain)
                    && !(plain instanceof String text && text.length() > LONGEST_VARIABLE)) {
                facts = facts.and(answer.getKey(), plain);
            }
        }
        return facts;
    }

    /** Whole numbers cross the border to the engine, fractions do not. */
    private static @Nullable Object plain(@Nullable Object answer) {
        if (answer instanceof BigDecimal number
                && number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= 18) {
            return number.longValue();
        }
        return answer;
    }
}
