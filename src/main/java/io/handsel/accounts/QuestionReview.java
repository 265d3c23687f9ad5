package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What one asker has asked. For operators and directors, who may pause somebody's asking. */
@Service
@Transactional
public class QuestionReview {

    private static final int LONGEST_REASON = 500;

    private final Partners partners;
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    QuestionReview(Partners partners, People people, AuditTrail audit, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.partners = partners;
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
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
}
