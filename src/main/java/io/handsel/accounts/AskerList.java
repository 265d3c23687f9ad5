package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AskerFilter.By;
import io.handsel.accounts.AskerFilter.Show;
import io.handsel.accounts.AskerPage.Line;
import io.handsel.accounts.AskerPage.Pattern;
import io.handsel.accounts.QuestionGuard.Rules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who asks how much, and what it looks like: whoever goes through the alphabet wants the register, not a customer. For
 * operators and directors.
 */
@Service
@Transactional(readOnly = true)
public class AskerList {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String CURSOR = "~";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /**
     * One line an asker, in one look at the questions of a day. A run is made of names each of which comes after the one
     * before in the alphabet; whoever types on, so that one name begins the next, has not gone on to another.
     */
    private static final String LINES = """
            with recent as (
                select q.id, q.%1$s as asker, q.asked_at, q.asked_name, q.verdict, q.counted, q.person_name,
                    q.partner_name, q.partner_id, q.%2$shour_limit as hour_limit, q.%2$sday_limit as day_limit,
                    lag(q.asked_name) over (partition by q.%1$s order by q.id) as name_before
                from account_question q where q.asked_at > :dayAgo and q.asked_at <= :at
            ), steps as (
                select recent.*,
                    case when asked_name > name_before and position(name_before in asked_name) <> 1 then 1 else 0 end
                        as onward,
                    case when asked_name > name_before or asked_name = name_before then 0 else 1 end as turned
                from recent
            ), runs as (
                select asker, onward, sum(turned) over (partition by asker order by id) as run from steps
            ), lengths as (
                select asker, run, sum(onward) + 1 as length from runs group by asker, run
            ), longest as (
                select asker, max(length) as length from lengths group by asker
            ), sums as (
                select asker, max(%3$s) as name, max(partner_name) as partner, max(cast(partner_id as varchar(36))) as partner_id,
                    count(case when counted and asked_at > :hourAgo then 1 end) as in_hour,
                    count(case when counted then 1 end) as in_day,
                    max(coalesce(hour_limit, 0)) as hour_limit, max(coalesce(day_limit, 0)) as day_limit,
                    count(distinct case when counted and asked_at > :hourAgo then asked_name end) as names,
                    count(case when counted and verdict in ('RESERVED', 'HOUSE', 'ASSIGNED') then 1 end) as taken,
                    max(asked_at) as last_asked
                from recent group by asker
            ), lines as (
                select sums.asker, coalesce(sums.name, '') as name, sums.partner, in_hour, in_day, hour_limit, day_limit,
                    names, taken, longest.length as run, last_asked,
                    case when exists (select 1 from account_question_block b
                        where cast(b.open_asker as varchar(36)) in (cast(sums.asker as varchar(36)), sums.partner_id))
                        then 1 else 0 end as blocked,
                    case when names >= :names then 1 else 0 end
                        + case when in_day >= :least and taken * 100 >= in_day * :percent then 1 else 0 end
                        + case when longest.length >= :run then 1 else 0 end as score
                from sums join longest on longest.asker = sums.asker
                union all
                select b.open_asker, b.asker_name, b.partner_name, 0, 0, 0, 0, 0, 0, 0, cast(null as timestamp with time zone), 1, 0
                from account_question_block b
                where b.open_asker is not null and b.is_person = :isPerson
                and not exists (select 1 from recent where recent.asker = b.open_asker)
            )
            """;

    private final QuestionGuard guard;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskerList(QuestionGuard guard, JdbcClient jdbc, Clock clock) {
        this.guard = guard;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has asked within a day, the most suspicious first. A page tells what was so when the first one was looked at. */
    public AskerPage page(AskerFilter filter, int size) {
        var rules = guard.ofEverybody();
        var cursor = Cursor.read(filter.after());
        // To the millisecond, as a cursor keeps it, and none of this one is lost.
        var at = cursor.map(Cursor::at)
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
        var conditions = new ArrayList<String>();
        Map<String, Object> values = values(filter.by(), rules, at);
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("(position(:text in lower(name)) > 0 or position(:text in lower(partner)) > 0)");
            values.put("text", filter.text().strip().toLowerCase(Locale.ROOT));
        }
        if (filter.show() == Show.SUSPICIOUS) {
            conditions.add("score > 0");
        }
        if (filter.show() == Show.BLOCKED) {
            conditions.add("blocked = 1");
        }
        cursor.ifPresent(last -> {
            conditions.add(
                    "(score < :score or (score = :score and (in_day < :day or (in_day = :day and asker > :last))))");
            values.put("score", last.score());
            values.put("day", last.day());
            values.put("last", last.asker());
        });
        values.put("limit", size + 1);
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var lines = jdbc.sql(lines(filter.by()) + "select * from lines" + where
                        + " order by score desc, in_day desc, asker limit :limit")
                .params(values)
                .query((row, number) -> line(row, rules))
                .list();
        if (lines.size() <= size) {
            return new AskerPage(lines, null);
        }
        var last = lines.get(size - 1);
        return new AskerPage(
                lines.subList(0, size), new Cursor(at, last.patterns().size(), last.day(), last.asker()).written());
    }

    /** How one of them asks. */
    public Optional<Line> line(AskerView asker) {
        var rules = guard.ofEverybody();
        var by = asker.person() ? By.PERSON : By.PARTNER;
        var values = values(by, rules, clock.instant());
        values.put("asker", asker.asker());
        return jdbc.sql(lines(by) + "select * from lines where asker = :asker")
                .params(values)
                .query((row, number) -> line(row, rules))
                .optional();
    }

    private static String lines(By by) {
        return by == By.PERSON
                ? LINES.formatted("person_id", "", "person_name")
                : LINES.formatted("partner_id", "partner_", "partner_name");
    }

    private static Map<String, Object> values(By by, Rules rules, Instant at) {
        Map<String, Object> values = new HashMap<>();
        values.put("at", moment(at));
        values.put("hourAgo", moment(at.minus(HOUR)));
        values.put("dayAgo", moment(at.minus(DAY)));
        values.put("names", rules.namesPerHour());
        values.put("least", rules.takenAtLeast());
        values.put("percent", rules.takenPercent());
        values.put("run", rules.alphabeticalRun());
        values.put("isPerson", by == By.PERSON);
        return values;
    }

    private static Line line(ResultSet row, Rules rules) throws SQLException {
        var names = row.getLong("names");
        var taken = row.getLong("taken");
        var day = row.getLong("in_day");
        var run = row.getLong("run");
        var patterns = EnumSet.noneOf(Pattern.class);
        if (names >= rules.namesPerHour()) {
            patterns.add(Pattern.MANY_NAMES);
        }
        if (day >= rules.takenAtLeast() && taken * 100 >= day * rules.takenPercent()) {
            patterns.add(Pattern.MANY_TAKEN);
        }
        if (run >= rules.alphabeticalRun()) {
            patterns.add(Pattern.ALPHABET);
        }
        var last = row.getObject("last_asked", OffsetDateTime.class);
        return new Line(
                row.getObject("asker", UUID.class),
                row.getString("name"),
                row.getString("partner"),
                row.getLong("in_hour"),
                row.getLong("hour_limit"),
                day,
                row.getLong("day_limit"),
                names,
                taken,
                day,
                run,
                patterns,
                row.getInt("blocked") == 1,
                last == null ? null : last.toInstant());
    }

    /** Where a page ended: the moment it tells of, and its last line by what the list is sorted by. */
    private record Cursor(Instant at, long score, long day, UUID asker) {

        /** What is no cursor, from an address somebody has changed by hand, is the beginning of the list. */
        static Optional<Cursor> read(@Nullable String text) {
            if (text == null || !text.matches("\\d{1,13}~\\d~\\d{1,9}~" + UUID_FORM)) {
                return Optional.empty();
            }
            var parts = List.of(text.split(CURSOR));
            return Optional.of(new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(parts.get(0))),
                    Long.parseLong(parts.get(1)),
                    Long.parseLong(parts.get(2)),
                    UUID.fromString(parts.get(3))));
        }

        String written() {
            return at.toEpochMilli() + CURSOR + score + CURSOR + day + CURSOR + asker;
        }
    }
}
