package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.PartnerCapacity.Limits;
import io.handsel.accounts.QuestionGuard.Rules;
import io.handsel.kernel.ContentHash;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every question partners ask, and the limits on asking: who could ask without end would learn the whole register. The
 * caller has locked the partner's row, so counting and logging cannot be overtaken on another node.
 */
@Component
class QuestionLog {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 220;

    private final PartnerCapacity capacity;
    private final QuestionGuard guard;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionLog(PartnerCapacity capacity, QuestionGuard guard, JdbcClient jdbc, JsonMapper json) {
        this.capacity = capacity;
        this.guard = guard;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether this person may ask this now; what is refused is logged with its refusal. */
    Admission admit(Actor actor, PartnerView partner, Asked asked, Instant now) {
        var limits = capacity.of(partner.tier(), asked.scope().program());
        var admission = judge(actor, partner, asked, limits, now);
        if (admission.refused() != null) {
            record(actor, partner, asked, admission, admission.refused(), null, now);
        }
        return admission;
    }

    /** Writes down what was answered, or that there was nothing to answer. */
    void record(
            Actor actor,
            PartnerView partner,
            Asked asked,
            Admission admission,
            AccountVerdict verdict,
            @Nullable AccountId account,
            Instant now) {
        var limits = admission.limits();
        jdbc.sql("""
                        insert into account_question (asked_at, partner_id, person_id, question, fingerprint, counted,
                            verdict, account_id, occasion, person_name, partner_name, hour_limit, day_limit,
                            partner_hour_limit, partner_day_limit, asked_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        moment(now),
                        partner.id().id(),
                        actor.person().id(),
                        json.writeValueAsString(asked.logged()),
                        asked.fingerprint(),
                        admission.counted(),
                        verdict.name(),
                        account == null ? null : account.id(),
                        asked.occasion().name(),
                        actor.name(),
                        partner.name(),
                        limits == null ? null : limits.questionsPerHour(),
                        limits == null ? null : limits.questionsPerDay(),
                        limits == null ? null : limits.partnerQuestionsPerHour(),
                        limits == null ? null : limits.partnerQuestionsPerDay(),
                        asked.name()))
                .update();
    }

    /**
     * Forgets questions that have been kept for as long as the table says.
     *
     * @return how many; as many as were allowed means that there may be more
     */
    @Transactional
    int forget(Instant now, int most) {
        var old = jdbc.sql("select id from account_question where asked_at < ? order by asked_at limit ?")
                .params(moment(now.minus(guard.ofEverybody().keep())), most)
                .query(Long.class)
                .list();
        if (!old.isEmpty()) {
            jdbc.sql("delete from account_question where id in (:old)")
                    .param("old", old)
                    .update();
        }
        return old.size();
    }

    private Admission judge(Actor actor, PartnerView partner, Asked asked, Limits limits, Instant now) {
        if (asked.occasion().mayBeHeldUp() && isBlocked(actor.person(), partner.id())) {
            return Admission.refused(AccountVerdict.ASKING_PAUSED, null, limits);
        }
        var rules = guard.of(partner.tier().name(), asked.scope().program());
        var recent = recent(partner.id(), now.minus(DAY));
        var own = recent.stream()
                .filter(question -> question.person().equals(actor.person()))
                .toList();
        if (own.stream().anyMatch(asked.repeatedIn(now.minus(rules.repeat())))) {
            return new Admission(false, null, null, Duration.ZERO, limits);
        }
        if (isTypedOn(actor, asked, rules, now)) {
            return new Admission(true, null, null, Duration.ZERO, limits);
        }
        var quotas = List.of(
                new Quota(own, HOUR, limits.questionsPerHour(), now),
                new Quota(own, DAY, limits.questionsPerDay(), now),
                new Quota(recent, HOUR, limits.partnerQuestionsPerHour(), now),
                new Quota(recent, DAY, limits.partnerQuestionsPerDay(), now));
        var free = latest(quotas.stream().flatMap(quota -> quota.free().stream()));
        if (free.isPresent()) {
            return Admission.refused(AccountVerdict.TOO_MANY_QUESTIONS, free.get(), limits);
        }
        var waited = latest(quotas.stream().map(quota -> quota.waited(rules)));
        if (asked.occasion().mayBeHeldUp()
                && waited.filter(moment -> moment.isAfter(now)).isPresent()) {
            return Admission.refused(AccountVerdict.SLOW_DOWN, waited.get(), limits);
        }
        var next = quotas.stream()
                .map(quota -> quota.waitOfTheNext(rules))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Admission(true, null, null, next, limits);
    }

    /**
     * Whether this is what the person was typing a moment ago, with more letters: then that was half a question, and this
     * one counts in its place. Only what goes on from it does, so that typing never leads to another customer unseen.
     */
    private boolean isTypedOn(Actor actor, Asked asked, Rules rules, Instant now) {
        var before = last(actor, now.minus(rules.typing()))
                .filter(last -> last.counted() && asked.logged().goesOnFrom(last.asked()));
        if (before.isEmpty() || onTheWay(actor, now.minus(MINUTE)) >= rules.typedPerMinute()) {
            return false;
        }
        jdbc.sql("update account_question set counted = false where id = ?")
                .param(before.get().id())
                .update();
        return true;
    }

    private Optional<Last> last(Actor actor, Instant since) {
        return jdbc.sql("""
                        select id, question, counted from account_question where person_id = ? and asked_at > ?
                        order by id desc limit 1
                        """)
                .params(actor.person().id(), moment(since))
                .query((row, number) -> new Last(
                        row.getLong("id"),
                        row.getBoolean("counted"),
                        json.readValue(row.getString("question"), Logged.class)))
                .optional();
    }

    private int onTheWay(Actor actor, Instant since) {
        return jdbc.sql("select count(*) from account_question where person_id = ? and asked_at > ? and not counted")
                .params(actor.person().id(), moment(since))
                .query(Integer.class)
                .single();
    }

    private record Last(long id, boolean counted, Logged asked) {}

    private boolean isBlocked(PersonId person, PartnerId partner) {
        return jdbc.sql("select count(*) from account_question_block where open_asker in (?, ?)")
                        .params(person.id(), partner.id())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Counted> recent(PartnerId partner, Instant since) {
        return jdbc.sql("""
                        select person_id, asked_at, fingerprint from account_question
                        where partner_id = ? and asked_at > ? and counted order by asked_at
                        """)
                .params(partner.id(), moment(since))
                .query((row, number) -> new Counted(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        instant(row, "asked_at"),
                        row.getString("fingerprint")))
                .list();
    }

    private static Optional<Instant> latest(Stream<Instant> moments) {
        return moments.max(Comparator.naturalOrder());
    }

    /**
     * @param counted whether this is a new question that counts
     * @param refused why it is not answered; null if it is
     * @param again when to ask again, where it is not answered for now
     * @param next how long the question after this one has to wait
     * @param limits how many there may be; null where nobody has asked
     */
    record Admission(
            boolean counted,
            @Nullable AccountVerdict refused,
            @Nullable Instant again,
            Duration next,
            @Nullable Limits limits) {

        /** Of what nobody could answer: it counts for nothing. */
        static Admission ofNothing() {
            return new Admission(false, null, null, Duration.ZERO, null);
        }

        private static Admission refused(AccountVerdict why, @Nullable Instant again, Limits limits) {
            return new Admission(false, why, again, Duration.ZERO, limits);
        }
    }

    record Asked(AccountQuestion question, ClaimScope scope, QuestionOccasion occasion) {

        /** The same question, wherever it is asked: a registration after a check tells nothing new. */
        String fingerprint() {
            return ContentHash.of(logged().toString()).hex();
        }

        Logged logged() {
            return new Logged(question, scope);
        }

        /** What it is about in one word or a few. */
        @Nullable
        String name() {
            return Stream.of(question.name(), question.domain(), question.vat(), question.duns())
                    .filter(part -> part != null && !part.isBlank())
                    .findFirst()
                    .map(AccountNameKey::plain)
                    .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())))
                    .orElse(null);
        }

        private Predicate<Counted> repeatedIn(Instant since) {
            var fingerprint = fingerprint();
            return question ->
                    question.at().isAfter(since) && question.fingerprint().equals(fingerprint);
        }
    }

    /** A question as it is kept. */
    record Logged(AccountQuestion question, ClaimScope scope) {

        /** The same with more letters at the end of the name or of the web site, and nothing else. */
        boolean goesOnFrom(Logged before) {
            var was = before.question();
            return scope.equals(before.scope())
                    && (with(was.name(), question.domain()).equals(was) && isLonger(question.name(), was.name())
                            || with(question.name(), was.domain()).equals(was)
                                    && isLonger(question.domain(), was.domain()));
        }

        private AccountQuestion with(@Nullable String name, @Nullable String domain) {
            return new AccountQuestion(
                    name,
                    domain,
                    question.country(),
                    question.city(),
                    question.state(),
                    question.postcode(),
                    question.duns(),
                    question.vat(),
                    question.part(),
                    question.partName());
        }

        private static boolean isLonger(@Nullable String now, @Nullable String before) {
            return now != null && before != null && now.length() > before.length() && now.startsWith(before);
        }
    }

    private record Counted(PersonId person, Instant at, String fingerprint) {}

    /** How many questions there were in a window that must not hold more than so many. */
    private record Quota(List<Counted> inside, Duration window, long limit) {

        Quota(List<Counted> questions, Duration window, long limit, Instant now) {
            this(
                    questions.stream()
                            .filter(question -> question.at().isAfter(now.minus(window)))
                            .toList(),
                    window,
                    limit);
        }

        /** When the next question fits below the limit; empty if it does now. */
        Optional<Instant> free() {
            return inside.size() < limit
                    ? Optional.empty()
                    : Optional.of(inside.get((int) (inside.size() - limit)).at().plus(window));
        }

        /** When the next question has waited for as long as it must. */
        Instant waited(Rules rules) {
            return inside.isEmpty()
                    ? Instant.MIN
                    : inside.get(inside.size() - 1).at().plus(rules.waitAfter(inside.size(), limit));
        }

        Duration waitOfTheNext(Rules rules) {
            return rules.waitAfter(inside.size() + 1L, limit);
        }
    }
}
