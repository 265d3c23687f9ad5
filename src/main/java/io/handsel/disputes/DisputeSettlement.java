package io.handsel.disputes;

import io.handsel.audit.AuditTrail;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.disputes.DisputeRules.Appeal;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a dispute is settled: evidence time, then a person's decision, which moves nothing as long as it may be appealed. */
@Service
@Transactional
public class DisputeSettlement {

    private final Disputes disputes;
    private final OwnDisputes own;
    private final DisputeNews news;
    private final DisputeTables tables;
    private final DisputeTerritories territories;
    private final DisputeDeciders deciders;
    private final DisputeAward award;
    private final EvidenceDesk evidence;
    private final AuditTrail audit;
    private final Clock clock;

    DisputeSettlement(
            Disputes disputes,
            OwnDisputes own,
            DisputeNews news,
            DisputeTables tables,
            DisputeTerritories territories,
            DisputeDeciders deciders,
            DisputeAward award,
            EvidenceDesk evidence,
            AuditTrail audit,
            Clock clock) {
        this.disputes = disputes;
        this.own = own;
        this.news = news;
        this.tables = tables;
        this.territories = territories;
        this.deciders = deciders;
        this.award = award;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets until when evidence is taken, and writes down what is known already. */
    public Instant planEvidence(DisputeId id) {
        var dispute = load(id);
        var until = territories.endAfter(
                dispute, dispute.openedAt(), tables.rules(dispute).evidenceDays());
        dispute.takeEvidenceUntil(until);
        evidence.writeDownWhatIsKnown(dispute);
        return until;
    }

    /** Evidence is no longer taken: from now on the clock of the answer runs. */
    public SettlementPlan planSettlement(DisputeId id) {
        var dispute = load(id);
        var rules = tables.rules(dispute);
        var plan = plan(dispute, rules, rules.answerDays(), deciders.settler(dispute));
        dispute.askForSettlement(plan.answerDue());
        audit.recordBySystem(dispute.reference(), "evidence-closed", Map.of());
        return plan;
    }

    /**
     * Whoever opened it thinks better of it; possible until it is settled.
     *
     * @throws DisputeNotFound if the actor's partner has no side in such a dispute
     */
    public DisputeOutcome withdraw(Actor actor, DisputeId id, String reason) {
        var dispute = own.get(actor, id);
        if (EvidenceDesk.sideOf(actor, dispute) != DisputeSide.CHALLENGER) {
            return new Refused(DisputeRefusal.NOT_YOURS_TO_WITHDRAW);
        }
        if (!dispute.is(DisputeStatus.EVIDENCE, DisputeStatus.SETTLEMENT)) {
            return new Refused(DisputeRefusal.NOT_IN_THIS_STATE);
        }
        var wrong = DisputeOpening.wrongText(reason, "reason");
        if (wrong.isPresent()) {
            return wrong.get();
        }
        dispute.withdraw(now());
        audit.record(dispute.reference(), actor, "withdrawn", Map.of("reason", reason.strip()));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    /** A manager's or director's decision; it waits for the end of the appeal time before anything moves. */
    public DisputeOutcome settle(Actor actor, DisputeId id, DisputeRuling ruling) {
        var dispute = load(id);
        var refused = settlementRefusal(actor, dispute, ruling);
        if (refused.isPresent()) {
            return refused.get();
        }
        dispute.settle(ruling.verdict(), actor.person(), reason(ruling), text(ruling), now());
        audit.record(dispute.reference(), actor, "settled", details(ruling));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    /** What {@link #settle} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foreseeSettlement(Actor actor, DisputeId id, DisputeRuling ruling) {
        return settlementRefusal(actor, load(id), ruling);
    }

    /** Until when the decision may be appealed; empty where the program allows no appeal. */
    public Optional<Instant> planAppealTime(DisputeId id) {
        var dispute = load(id);
        var rules = tables.rules(dispute);
        var until = rules.appeal() == Appeal.ONCE
                ? Optional.of(territories.endAfter(dispute, now(), rules.appealDays()))
                : Optional.<Instant>empty();
        dispute.allowAppealUntil(until.orElse(null));
        return until;
    }

    /**
     * A side that did not get all it asked for wants the director to look at it.
     *
     * @throws DisputeNotFound if the actor's partner has no side in such a dispute
     */
    public DisputeOutcome appeal(Actor actor, DisputeId id, String reason) {
        var dispute = own.get(actor, id);
        var side = EvidenceDesk.sideOf(actor, dispute);
        var refused = appealRefusal(dispute, side).or(() -> DisputeOpening.wrongText(reason, "reason"));
        if (refused.isPresent()) {
            return refused.get();
        }
        dispute.appeal(side, reason.strip());
        audit.record(dispute.reference(), actor, "appealed", Map.of("side", side.name(), "reason", reason.strip()));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    /**
     * A side accepts, so that nobody waits for it any longer.
     *
     * @throws DisputeNotFound if the actor's partner has no side in such a dispute
     */
    public DisputeOutcome waive(Actor actor, DisputeId id) {
        var dispute = own.get(actor, id);
        var side = EvidenceDesk.sideOf(actor, dispute);
        var refused = appealRefusal(dispute, side);
        if (refused.isPresent()) {
            return refused.get();
        }
        dispute.waive(side, now());
        audit.record(dispute.reference(), actor, "appeal-waived", Map.of("side", side.name()));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    public SettlementPlan planAppeal(DisputeId id) {
        var dispute = load(id);
        var rules = tables.rules(dispute);
        var plan = plan(dispute, rules, rules.appealAnswerDays(), deciders.judge(dispute));
        dispute.askForAppealDecision(plan.answerDue());
        return plan;
    }

    /** A director's decision, which is the last one. */
    public DisputeOutcome decideAppeal(Actor actor, DisputeId id, DisputeRuling ruling) {
        var dispute = load(id);
        var refused = decisionRefusal(actor, dispute, ruling);
        if (refused.isPresent()) {
            return refused.get();
        }
        dispute.decideAppeal(ruling.verdict(), actor.person(), reason(ruling), text(ruling));
        audit.record(dispute.reference(), actor, "appeal-decided", details(ruling));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    /** What {@link #decideAppeal} would refuse; empty if it would do it. */
    @Transactional(readOnly = true)
    public Optional<Refused> foreseeAppeal(Actor actor, DisputeId id, DisputeRuling ruling) {
        return decisionRefusal(actor, load(id), ruling);
    }

    /**
     * Carries the verdict out; the second call finds the work done.
     *
     * @return the verdict; empty where what it asks for can no longer be done, which a director must hear of
     */
    public Optional<DisputeVerdict> finish(DisputeId id) {
        var dispute = load(id);
        var verdict = dispute.verdict().orElseThrow();
        if (!dispute.is(DisputeStatus.FINAL)) {
            var done = award.carryOut(dispute, verdict, now());
            dispute.close(now(), done);
            audit.recordBySystem(
                    dispute.reference(), done ? "carried-out" : "not-carried-out", Map.of("verdict", verdict.name()));
            news.keep(dispute);
        }
        return dispute.isCarriedOut() ? Optional.of(verdict) : Optional.empty();
    }

    /** Who may never decide about this dispute as it stands. */
    @Transactional(readOnly = true)
    public Set<PersonId> excludedDeciders(DisputeId id) {
        return deciders.excluded(load(id));
    }

    private SettlementPlan plan(Dispute dispute, DisputeRules rules, int days, @Nullable PersonId decider) {
        var calendar = territories.calendar(dispute);
        var now = now();
        var due = calendar.plusDays(now, days);
        var reminder = calendar.plus(now, calendar.between(now, due).percent(rules.remindAtPercent()));
        return new SettlementPlan(decider, reminder, due);
    }

    private Optional<Refused> settlementRefusal(Actor actor, Dispute dispute, DisputeRuling ruling) {
        if (!dispute.is(DisputeStatus.SETTLEMENT)) {
            return Optional.of(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        }
        if (!(actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR)) || !deciders.mayDecide(actor, dispute)) {
            return Optional.of(new Refused(DisputeRefusal.NOT_YOURS_TO_DECIDE));
        }
        if (tables.rules(dispute).appeal() == Appeal.ONCE && !deciders.isAnybodyAbove(actor, dispute)) {
            return Optional.of(new Refused(DisputeRefusal.NOBODY_FOR_AN_APPEAL));
        }
        return wrong(ruling);
    }

    private Optional<Refused> decisionRefusal(Actor actor, Dispute dispute, DisputeRuling ruling) {
        if (!dispute.is(DisputeStatus.APPEALED)) {
            return Optional.of(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        }
        if (!actor.is(Role.DIRECTOR) || !deciders.mayDecide(actor, dispute)) {
            return Optional.of(new Refused(DisputeRefusal.NOT_YOURS_TO_DECIDE));
        }
        return wrong(ruling);
    }

    private static Optional<Refused> wrong(DisputeRuling ruling) {
        return DisputeOpening.wrongText(ruling.reason(), "reason")
                .or(() -> ruling.text() == null ? Optional.empty() : DisputeOpening.tooLong(ruling.text(), "text"));
    }

    private Optional<Refused> appealRefusal(Dispute dispute, DisputeSide side) {
        if (dispute.is(DisputeStatus.APPEALED)) {
            return Optional.of(new Refused(DisputeRefusal.APPEALED_ALREADY));
        }
        if (!dispute.is(DisputeStatus.SETTLED)) {
            return Optional.of(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        }
        if (!dispute.mightAppeal(side)) {
            return Optional.of(new Refused(DisputeRefusal.NOTHING_TO_APPEAL));
        }
        if (dispute.appealUntil().isEmpty()) {
            return Optional.of(new Refused(DisputeRefusal.APPEAL_NOT_OFFERED));
        }
        return dispute.mayBeAppealed(side, now())
                ? Optional.empty()
                : Optional.of(new Refused(DisputeRefusal.APPEAL_TIME_OVER));
    }

    private static Map<String, String> details(DisputeRuling ruling) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("verdict", ruling.verdict().name());
        details.put("reason", reason(ruling));
        var text = text(ruling);
        if (text != null) {
            details.put("text", text);
        }
        return details;
    }

    private static String reason(DisputeRuling ruling) {
        return ruling.reason() == null ? "" : ruling.reason().strip();
    }

    private static @Nullable String text(DisputeRuling ruling) {
        return ruling.text() == null || ruling.text().isBlank()
                ? null
                : ruling.text().strip();
    }

    private Dispute load(DisputeId id) {
        return disputes.findById(id).orElseThrow(() -> DisputeNotFound.of(id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
