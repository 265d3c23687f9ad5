package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.PartnerCapacity.Limits;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every question partners ask, and the limits on asking: who could ask without end would learn the whole register. The
 * caller has locked the partner's row, so counting and logging cannot be overtaken on another node.
 */
@Component
class QuestionLog {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** Asking the same again tells nothing new: pressing "reserve" after reading the answer is no second question. */
    private static final Duration REPEAT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Admission admit(Actor actor, PartnerId partner, Asked asked, Limits limits, Instant now) {
        var recent = recent(partner, now.minus(DAY));
        var own = recent.stream()
                .filter(question -> question.person().equals(actor.person()))
                .toList();
        if (own.stream().anyMatch(asked.repeatedIn(now.minus(REPEAT)))) {
            return new Admission(false, null);
        }
        var again = List.of(
                        free(own, HOUR, limits.questionsPerHour(), now),
                        free(own, DAY, limits.questionsPerDay(), now),
                        free(recent, HOUR, limits.partnerQuestionsPerHour(), now),
                        free(recent, DAY, limits.partnerQuestionsPerDay(), now))
                .stream()
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return new Admission(again.isEmpty(), again.orElse(null));
    }

    void record(
            Actor actor,
            PartnerId partner,
            Asked asked,
            boolean counted,
            AccountVerdict verdict,
            @Nullable AccountId account,
            Instant now) {
        jdbc.sql("""
                        insert into account_question (asked_at, partner_id, person_id, question, fingerprint, counted,
                            verdict, account_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        moment(now),
                        partner.id(),
                        actor.person().id(),
                        json.writeValueAsString(asked),
                        asked.fingerprint(),
                        counted,
                        verdict.name(),
                        account == null ? null : account.id()))
                .update();
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

    /** When the next question fits below the limit; empty if it does now. */
    private static Optional<Instant> free(List<Counted> questions, Duration window, long limit, Instant now) {
        var inside = questions.stream()
                .filter(question -> question.at().isAfter(now.minus(window)))
                .toList();
        return inside.size() < limit
                ? Optional.empty()
                : Optional.of(inside.get((int) (inside.size() - limit)).at().plus(window));
    }

    /**
     * @param counted whether this is a new question that counts
     * @param again when to ask again, if there were too many
     */
    record Admission(boolean counted, @Nullable Instant again) {}

    record Asked(AccountQuestion question, ClaimScope scope) {

        String fingerprint() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private Predicate<Counted> repeatedIn(Instant since) {
            var fingerprint = fingerprint();
            return question ->
                    question.at().isAfter(since) && question.fingerprint().equals(fingerprint);
        }
    }

    private record Counted(PersonId person, Instant at, String fingerprint) {}
}
