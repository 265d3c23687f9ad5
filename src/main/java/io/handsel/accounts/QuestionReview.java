package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.AskerFilter.By;
import io.handsel.accounts.AskerFilter.Show;
import io.handsel.accounts.AskerPage.Line;
import io.handsel.accounts.AskerPage.Pattern;
import io.handsel.accounts.QuestionGuard.Rules;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Who asks how much, and what it looks like: whoever goes through the alphabet wants the register, not a customer. For
 * operators and directors, who may pause somebody's asking.
 */
@Service
@Transactional
public class QuestionReview {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int LONGEST_REASON = 500;
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
    private final Partners partners;
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    QuestionReview(
            QuestionGuard guard,
            Partners partners,
            People people,
            AuditTrail audit,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.guard = guard;
        this.partners = partners;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Who has asked within a day, the most suspicious first. A page tells what was so when the first one was looked at. */
    @Transactional(readOnly = true)
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
    @Transactional(readOnly = true)
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

    /** @throws AskerNotFound if no person of a partner and no partner has this id */
    @Transactional(readOnly = true)
    public AskerView find(UUID id) {
        var block = jdbc.sql("select blocked_at, reason from account_question_block where open_asker = ?")
                .param(id)
                .query((row, number) -> new Block(AccountStore.instant(row, "blocked_at"), row.getString("reason")))
                .optional();
        var since = block.map(Block::at).orElse(null);
        var because = block.map(Block::reason).orElse(null);
        var person = people.find(new PersonId(id)).filter(found -> found.organisation() != null);
        if (person.isPresent()) {
            var partner = Optional.ofNullable(person.get().organisation()).flatMap(this::partner);
            return new AskerView(
                    id,
                    true,
                    person.get().name(),
                    partner.map(PartnerView::name).orElse(null),
                    since,
                    because);
        }
        var partner = partners.find(new PartnerId(id)).orElseThrow(() -> AskerNotFound.withId(id));
        return new AskerView(id, false, partner.name(), partner.name(), since, because);
    }

    /** What an asker has asked, with what was answered. */
    @Transactional(readOnly = true)
    public QuestionPage questions(AskerView asker, @Nullable AccountVerdict verdict, @Nullable Long below, int size) {
        Map<String, Object> values = new HashMap<>();
        values.put("asker", asker.asker());
        values.put("limit", size + 1);
        var conditions = new ArrayList<String>();
        conditions.add(asker.person() ? "q.person_id = :asker" : "q.partner_id = :asker");
        if (verdict != null) {
            conditions.add("q.verdict = :verdict");
            values.put("verdict", verdict.name());
        }
        if (below != null) {
            conditions.add("q.id < :below");
            values.put("below", below);
        }
        var lines = jdbc.sql("select q.id, q.asked_at, q.person_id, q.person_name, q.question, q.occasion, q.counted,"
                        + " q.verdict, q.account_id, a.name as account_name from account_question q"
                        + " left join account a on a.id = q.account_id where " + String.join(" and ", conditions)
                        + " order by q.id desc limit :limit")
                .params(values)
                .query((row, number) -> question(row))
                .list();
        return lines.size() <= size
                ? new QuestionPage(lines, null)
                : new QuestionPage(lines.subList(0, size), lines.get(size - 1).id());
    }

    /**
     * Pauses the asking of a person or a partner. Registrations go on.
     *
     * @throws AskerNotFound if there is no such person or partner
     */
    public Optional<BlockRefusal> block(Actor by, UUID id, String reason) {
        var asker = find(id);
        var wrong = wrong(reason);
        if (wrong.isPresent()) {
            return wrong;
        }
        int blocked = jdbc.sql("""
                        insert into account_question_block (id, asker_id, asker_name, partner_name, is_person, open_asker,
                            blocked_at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        UUID.randomUUID(),
                        id,
                        asker.name(),
                        asker.partner() == null ? "" : asker.partner(),
                        asker.person(),
                        id,
                        moment(clock.instant()),
                        reason.strip())
                .update();
        if (blocked == 0) {
            return Optional.of(BlockRefusal.NOT_NOW);
        }
        audit.record(reference(id), by, "asking_paused", Map.of("reason", reason.strip()));
        return Optional.empty();
    }

    /**
     * Lets a person or a partner ask again.
     *
     * @throws AskerNotFound if there is no such person or partner
     */
    public Optional<BlockRefusal> unblock(Actor by, UUID id, String reason) {
        find(id);
        var wrong = wrong(reason);
        if (wrong.isPresent()) {
            return wrong;
        }
        int ended = jdbc.sql("update account_question_block set open_asker = null where open_asker = ?")
                .param(id)
                .update();
        if (ended == 0) {
            return Optional.of(BlockRefusal.NOT_NOW);
        }
        audit.record(reference(id), by, "asking_resumed", Map.of("reason", reason.strip()));
        return Optional.empty();
    }

    public static CaseReference reference(UUID asker) {
        return new CaseReference("asker", asker);
    }

    private static Optional<BlockRefusal> wrong(String reason) {
        if (reason.isBlank()) {
            return Optional.of(BlockRefusal.REASON_MISSING);
        }
        return reason.strip().length() > LONGEST_REASON ? Optional.of(BlockRefusal.REASON_TOO_LONG) : Optional.empty();
    }

    private Optional<PartnerView> partner(OrganisationId organisation) {
        return partners.find(PartnerId.of(organisation));
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

    private QuestionPage.Line question(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        return new QuestionPage.Line(
                row.getLong("id"),
                AccountStore.instant(row, "asked_at"),
                row.getObject("person_id", UUID.class),
                row.getString("person_name"),
                inWords(row.getString("question")),
                QuestionOccasion.valueOf(row.getString("occasion")),
                row.getBoolean("counted"),
                AccountVerdict.valueOf(row.getString("verdict")),
                account == null ? null : new AccountId(account),
                row.getString("account_name"));
    }

    /** Everything that was typed, whichever fields a question had when it was kept. */
    private String inWords(String kept) {
        var words = new ArrayList<String>();
        json.readTree(kept).path("question").forEach(part -> {
            if (part.isString() && !part.stringValue().isBlank()) {
                words.add(part.stringValue());
            }
        });
        return String.join(" · ", words);
    }

    private record Block(Instant at, String reason) {}

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
