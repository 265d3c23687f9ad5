package io.handsel.disputes.process;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountTree;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.ClaimsContested;
import io.handsel.accounts.TreeDeed;
import io.handsel.accounts.TreeOutcome;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStatus;
import io.handsel.deals.WinDeal;
import io.handsel.disputes.DisputeAction;
import io.handsel.disputes.DisputeCause;
import io.handsel.disputes.DisputeDetails;
import io.handsel.disputes.DisputeFixtures;
import io.handsel.disputes.DisputeFixtures.Case;
import io.handsel.disputes.DisputeFixtures.Party;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOpening;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.disputes.DisputeOverview;
import io.handsel.disputes.DisputeRefusal;
import io.handsel.disputes.DisputeRuling;
import io.handsel.disputes.DisputeSettlement;
import io.handsel.disputes.DisputeSide;
import io.handsel.disputes.DisputeStatus;
import io.handsel.disputes.DisputeTest;
import io.handsel.disputes.DisputeVerdict;
import io.handsel.disputes.EvidenceDesk;
import io.handsel.disputes.EvidenceKind;
import io.handsel.engine.CaseHistory;
import io.handsel.engine.ModelDeployment;
import io.handsel.engine.ProcessCoverage;
import io.handsel.partner.ServiceLevels;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** From a disputed decision to its end, one test a path; together they leave no element of the diagram out. */
@DisputeTest
class DisputeProcessTests {

    @Autowired
    DisputeFixtures fixtures;

    @Autowired
    DealFixtures deals;

    @Autowired
    DisputeOpening opening;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    DisputeSettlement settlement;

    @Autowired
    ServiceLevels levels;

    @Autowired
    DisputeOverview overview;

    @Autowired
    DealOverview dealOverview;

    @Autowired
    DealRegistration registration;

    @Autowired
    DealClosing closing;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountTree tree;

    @Autowired
    ModelDeployment models;

    @Autowired
    HistoryService history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, DisputeContract.KEY).assertAtLeast(95);
    }

    @Test
    void the_answer_is_due_by_the_service_level_of_whoever_opened_it() {
        var dispute = fixtures.opened();
        var partner = dispute.challenger().partner();
        levels.override(deals.actor(partner.manager()), partner.id(), "premium", "They take over a large account.");

        evidence.done(dispute.challenger().sales(), dispute.dispute());
        evidence.done(dispute.other().sales(), dispute.dispute());
        fixtures.itIs(clock.instant());

        assertThat(challenger(dispute).dueAt())
                .as("three working days, not five")
                .isEqualTo("2026-03-05T09:01:00Z");
    }

    @Test
    void a_rejection_is_disputed_and_both_sides_hear_of_it() {
        var dispute = fixtures.opened();

        var seen = challenger(dispute);
        assertThat(seen.cause()).isEqualTo(DisputeCause.REJECTED);
        assertThat(seen.status()).isEqualTo(DisputeStatus.EVIDENCE);
        // Five working days, to the end of the day in Berlin: the Monday after.
        assertThat(seen.dueAt()).isEqualTo("2026-03-09T23:00:00Z");
        assertThat(seen.actions())
                .containsExactlyInAnyOrder(DisputeAction.PUT_EVIDENCE, DisputeAction.DONE, DisputeAction.WITHDRAW);
        assertThat(holder(dispute).actions()).containsExactlyInAnyOrder(DisputeAction.PUT_EVIDENCE, DisputeAction.DONE);
        assertThat(path(dispute)).contains("PlanEvidence", "TellPartiesOpened", "WaitForEvidence");
        assertThat(mails(dispute.challenger().sales(), "a dispute about")).hasSize(1);
        assertThat(mails(dispute.other().sales(), "a dispute about")).hasSize(1);
    }

    @Test
    void what_is_known_is_weighed_by_itself() {
        var dispute = fixtures.opened();

        assertThat(holder(dispute).own())
                .extracting(piece -> piece.kind() + " " + piece.weight())
                .containsExactlyInAnyOrder("FIRST_RECEIPT 25", "UPDATES 0", "ACTIVITY 0");
        assertThat(challenger(dispute).own())
                .extracting(piece -> piece.kind() + " " + piece.weight())
                .containsExactlyInAnyOrder("FIRST_RECEIPT 0", "UPDATES 0", "ACTIVITY 0");
    }

    @Test
    void the_challenger_gets_the_customer_once_the_holder_accepts() {
        var dispute = fixtures.inSettlement();
        assertThat(fixtures.waiting(dispute)).containsExactly("Settle dispute");

        settled(dispute, "challenger-gets");

        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.SETTLED);
        assertThat(status(dispute.challenger()))
                .as("nothing moves before it is final")
                .isEqualTo(DealStatus.REJECTED);
        assertThat(status(dispute.other())).isEqualTo(DealStatus.APPROVED);
        assertThat(challenger(dispute).actions()).isEmpty();
        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "More!"))
                .isEqualTo(new Refused(DisputeRefusal.NOTHING_TO_APPEAL));
        assertThat(settlement.waive(dispute.other().sales(), dispute.dispute())).isInstanceOf(Done.class);
        jobs();

        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
        assertThat(path(dispute)).contains("EvidenceComplete", "AppealWaived", "MakeFinal", "ChallengerGetsIt");
        assertThat(status(dispute.challenger())).isEqualTo(DealStatus.APPROVED);
        assertThat(status(dispute.other())).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(claims.claimOf(dispute.challenger().deal().id()).filter(claim -> claim.countsAt(clock.instant())))
                .hasValueSatisfying(claim -> assertThat(claim.exclusive()).isTrue());
        assertThat(claims.claimOf(dispute.other().deal().id()).orElseThrow().endedAt())
                .isNotNull();
        assertThat(opening.open(dispute.other().sales(), dispute.other().deal(), "Now I want it back."))
                .as("what a dispute has decided is not disputed again")
                .isEqualTo(new Refused(DisputeRefusal.NOTHING_TO_DISPUTE));
    }

    @Test
    void evidence_time_ends_by_the_clock_and_the_manager_is_asked() {
        var dispute = fixtures.opened();
        fixtures.put(dispute.challenger().sales(), dispute, EvidenceKind.MEETING, "We met.", null);

        fixtures.itIs("2026-03-09T22:59:59Z");
        assertThat(fixtures.waiting(dispute)).isEmpty();
        assertThat(challenger(dispute).actions()).contains(DisputeAction.PUT_EVIDENCE);
        fixtures.itIs("2026-03-09T23:00:00Z");

        assertThat(fixtures.waiting(dispute)).containsExactly("Settle dispute");
        assertThat(path(dispute)).contains("EvidenceTimeEnds", "PlanSettlement", "TellManagerWaiting");
        assertThat(fixtures.put(dispute.challenger().sales(), dispute, EvidenceKind.OTHER, "More.", null))
                .isEqualTo(new Refused(DisputeRefusal.EVIDENCE_CLOSED));
        // Tuesday 9:00, when work begins again, and five working days more.
        assertThat(challenger(dispute).dueAt()).isEqualTo("2026-03-17T08:00:00Z");
    }

    @Test
    void a_slow_answer_is_reminded_of_and_escalated_and_both_sides_are_told() {
        var dispute = fixtures.inSettlement();
        // From Monday 10:00 until the Monday after at 10:00: half of it is Wednesday 14:00; the challenger came a
        // minute later.
        fixtures.itIs("2026-03-04T13:00:59Z");
        assertThat(path(dispute)).doesNotContain("ReminderDue");
        fixtures.itIs("2026-03-04T13:01:00Z");
        assertThat(path(dispute)).contains("RemindManager").doesNotContain("AnswerOverdue");
        fixtures.itIs("2026-03-09T09:01:00Z");

        assertThat(path(dispute)).contains("TellDirectorOverdue", "TellPartiesOverdue");
        assertThat(fixtures.waiting(dispute)).containsExactly("Settle dispute");
        assertThat(mails(fixtures.director(dispute), "overdue")).isNotEmpty();
        assertThat(mails(dispute.challenger().sales(), "is late")).hasSize(1);
        assertThat(mails(dispute.other().sales(), "is late")).hasSize(1);
        settled(dispute, "holder-keeps");
    }

    @Test
    void the_challenger_takes_it_back_until_it_is_settled() {
        var early = fixtures.opened();
        assertThat(settlement.withdraw(early.other().sales(), early.dispute(), "Please."))
                .isEqualTo(new Refused(DisputeRefusal.NOT_YOURS_TO_WITHDRAW));
        assertThat(settlement.withdraw(early.challenger().sales(), early.dispute(), " "))
                .isEqualTo(new Refused(DisputeRefusal.FIELD_MISSING, "reason"));
        assertThat(settlement.withdraw(early.challenger().sales(), early.dispute(), "We agree."))
                .isInstanceOf(Done.class);

        var late = fixtures.inSettlement();
        settlement.withdraw(late.challenger().sales(), late.dispute(), "We agree.");
        jobs();

        for (var dispute : List.of(early, late)) {
            assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.WITHDRAWN);
            assertThat(path(dispute)).contains("DisputeWithdrawn", "TellHolderWithdrawn", "Withdrawn");
            assertThat(fixtures.waiting(dispute)).isEmpty();
            assertThat(isRunning(dispute)).isFalse();
            assertThat(mails(dispute.other().sales(), "was taken back")).hasSize(1);
            assertThat(status(dispute.other())).isEqualTo(DealStatus.APPROVED);
        }
        var settled = fixtures.inSettlement();
        settled(settled, "invalid");
        assertThat(settlement.withdraw(settled.challenger().sales(), settled.dispute(), "Too late."))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void the_director_hears_one_appeal_and_has_the_last_word() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "holder-keeps");

        assertThat(challenger(dispute).actions()).containsExactlyInAnyOrder(DisputeAction.APPEAL, DisputeAction.WAIVE);
        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Look again."))
                .isInstanceOf(Done.class);
        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "And again."))
                .isEqualTo(new Refused(DisputeRefusal.APPEALED_ALREADY));
        assertThat(fixtures.waiting(dispute)).containsExactly("Decide appeal");
        fixtures.itIs("2026-03-04T13:01:00Z");
        assertThat(path(dispute)).contains("RemindDirector");
        fixtures.itIs("2026-03-09T09:01:00Z");
        assertThat(path(dispute)).contains("TellPartiesAppealOverdue");
        fixtures.decide(
                fixtures.director(dispute), dispute.dispute().toString(), DisputeFixtures.ruling("challenger-gets"));

        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
        assertThat(challenger(dispute).verdict()).isEqualTo(DisputeVerdict.CHALLENGER_GETS);
        assertThat(status(dispute.challenger())).isEqualTo(DealStatus.APPROVED);
        assertThat(status(dispute.other())).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(mails(dispute.other().sales(), "is over")).hasSize(1);
        assertThat(isRunning(dispute)).isFalse();
    }

    @Test
    void without_an_appeal_the_decision_is_final_when_the_time_ends() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "holder-keeps");
        assertThat(challenger(dispute).dueAt()).isEqualTo("2026-03-09T23:00:00Z");

        fixtures.itIs("2026-03-09T23:00:00Z");

        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Too late."))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        assertThat(path(dispute)).contains("AppealTimeEnds", "HolderKeepsIt");
        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
        assertThat(status(dispute.challenger())).isEqualTo(DealStatus.REJECTED);
        assertThat(status(dispute.other())).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void an_appeal_is_refused_from_the_moment_its_time_ends_even_if_the_process_is_late() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "holder-keeps");

        clock.moveTo(Instant.parse("2026-03-09T23:00:00Z"));

        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Too late."))
                .isEqualTo(new Refused(DisputeRefusal.APPEAL_TIME_OVER));
    }

    @Test
    void where_the_program_allows_no_appeal_the_decision_is_final_at_once() throws IOException {
        publish(table -> table.replace("\"once\"", "\"none\""));
        try {
            var dispute = fixtures.inSettlement();
            transaction.executeWithoutResult(status -> {
                people.withRole(Role.DIRECTOR).stream().map(PersonView::id).forEach(people::deactivate);
                assertThat(settlement.foreseeSettlement(
                                fixtures.manager(dispute),
                                dispute.dispute(),
                                new DisputeRuling(DisputeVerdict.HOLDER_KEEPS, "Looked at both.", null)))
                        .as("nobody has to be there to hear one")
                        .isEmpty();
                status.setRollbackOnly();
            });
            settled(dispute, "holder-keeps");

            assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
            assertThat(path(dispute)).contains("MakeFinal", "HolderKeepsIt").doesNotContain("WaitForAppeal");
        } finally {
            publish(table -> table);
        }
    }

    @Test
    void both_keep_theirs_when_both_accept() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "both-keep");

        settlement.waive(dispute.challenger().sales(), dispute.dispute());
        jobs();
        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.SETTLED);
        assertThat(settlement.waive(dispute.challenger().sales(), dispute.dispute()))
                .isEqualTo(new Refused(DisputeRefusal.APPEAL_TIME_OVER));
        settlement.waive(dispute.other().sales(), dispute.dispute());
        jobs();

        assertThat(path(dispute)).contains("BothKeepTheirs");
        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
    }

    @Test
    void what_was_no_dispute_ends_as_none() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "invalid");

        settlement.waive(dispute.challenger().sales(), dispute.dispute());
        jobs();

        assertThat(path(dispute)).contains("Invalid");
        assertThat(status(dispute.other())).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void what_can_no_longer_be_moved_is_told_to_the_director() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "challenger-gets");
        var won = closing.win(
                dispute.other().sales(),
                dispute.other().deal(),
                new WinDeal("PO-1", LocalDate.of(2026, 3, 2), new BigDecimal("30000"), "EUR"));
        assertThat(won).isInstanceOf(io.handsel.deals.DealOutcome.Done.class);

        settlement.waive(dispute.other().sales(), dispute.dispute());
        jobs();

        assertThat(path(dispute)).contains("NotPossible", "TellDirectorNotCarriedOut", "NotCarriedOut");
        assertThat(status(dispute.other())).isEqualTo(DealStatus.WON);
        assertThat(challenger(dispute).carriedOut()).isFalse();
        assertThat(mails(fixtures.director(dispute), "could not be carried out"))
                .isNotEmpty();
    }

    @Test
    void a_rejection_nobody_else_profits_from_is_disputed_with_us() {
        var rejected = fixtures.rejected();
        var dispute =
                fixtures.opened(new Case(DisputeId.create(), rejected, null, deals.germany()), "It is not too early.");

        assertThat(challenger(dispute).against()).isFalse();
        evidence.done(rejected.sales(), dispute.dispute());
        jobs();
        settled(dispute, "challenger-gets");
        fixtures.itIs("2026-03-10T09:00:00Z");

        assertThat(challenger(dispute).status()).isEqualTo(DisputeStatus.FINAL);
        assertThat(status(rejected)).isEqualTo(DealStatus.APPROVED);
    }

    @Test
    void claims_a_merge_sets_against_each_other_become_a_dispute_once() {
        var one = fixtures.approved(aDeal().deal());
        var other = fixtures.approved(aDeal().deal());
        var first = claims.claimOf(one.deal().id()).orElseThrow();
        var second = claims.claimOf(other.deal().id()).orElseThrow();

        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> events.publishEvent(new ClaimsContested(first, second)));
        }

        var dispute = contested(second, one, other);
        assertThat(challenger(dispute).cause()).isEqualTo(DisputeCause.CONTESTED);
        assertThat(challenger(dispute).dueAt()).as("ten working days").isEqualTo("2026-03-16T23:00:00Z");
        assertThat(holder(dispute).side()).isEqualTo(DisputeSide.HOLDER);
        assertThat(mails(one.sales(), "a dispute about")).hasSize(1);
        assertThat(mails(other.sales(), "a dispute about")).hasSize(1);
    }

    @Test
    void two_claims_that_a_merge_brings_together_are_disputed_until_one_of_them_ends() {
        var one = fixtures.approved(aDeal().deal());
        clock.advance(Duration.ofMinutes(1));
        var other = fixtures.approved(aDeal().deal());
        var first = claims.claimOf(one.deal().id()).orElseThrow();
        var second = claims.claimOf(other.deal().id()).orElseThrow();
        var merge = new TreeDeed.Merge(second.account(), first.account());
        var stamp = ((TreeOutcome.Foreseen) tree.preview(merge)).preview().stamp();

        assertThat(tree.carryOut(deals.actor(deals.germany().manager()), merge, stamp))
                .isInstanceOf(TreeOutcome.Done.class);

        var dispute = contested(second, one, other);
        assertThat(claims.claimOf(other.deal().id()).orElseThrow().exclusive()).isFalse();
        evidence.done(one.sales(), dispute.dispute());
        evidence.done(other.sales(), dispute.dispute());
        jobs();
        settled(dispute, "holder-keeps");
        settlement.waive(other.sales(), dispute.dispute());
        jobs();

        assertThat(challenger(dispute).carriedOut()).isTrue();
        assertThat(status(one)).isEqualTo(DealStatus.APPROVED);
        assertThat(status(other)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(opening.offer(other.sales(), other.deal()))
                .as("what a dispute has decided is not disputed again")
                .isEmpty();
    }

    @Test
    void a_dispute_is_opened_in_time_and_once() {
        var two = fixtures.twoPartners();
        var offer =
                opening.offer(two.challenger().sales(), two.challenger().deal()).orElseThrow();
        // Ten working days after Monday 2 March, to the end of the day in Berlin.
        assertThat(offer.until()).isEqualTo("2026-03-16T23:00:00Z");
        assertThat(offer.open()).isTrue();
        assertThat(opening.offer(two.other().sales(), two.other().deal())).isEmpty();
        assertThat(opening.open(two.other().sales(), two.other().deal(), "Why not."))
                .isEqualTo(new Refused(DisputeRefusal.NOTHING_TO_DISPUTE));
        assertThat(opening.open(two.challenger().sales(), two.challenger().deal(), ""))
                .isEqualTo(new Refused(DisputeRefusal.FIELD_MISSING, "reason"));

        clock.moveTo(Instant.parse("2026-03-16T22:59:59Z"));
        var dispute = fixtures.opened(two, "We were first.");
        assertThat(opening.open(two.challenger().sales(), two.challenger().deal(), "Again."))
                .isEqualTo(new Refused(DisputeRefusal.OPENED_ALREADY));
        assertThat(opening.offer(two.challenger().sales(), two.challenger().deal())
                        .orElseThrow()
                        .opened())
                .isEqualTo(dispute.dispute());

        clock.moveTo(MovableClock.START);
        var late = fixtures.twoPartners();
        clock.moveTo(Instant.parse("2026-03-16T23:00:00Z"));
        assertThat(opening.open(late.challenger().sales(), late.challenger().deal(), "We were first."))
                .isEqualTo(new Refused(DisputeRefusal.TOO_LATE_TO_OPEN, null, Instant.parse("2026-03-16T23:00:00Z")));
    }

    private void publish(UnaryOperator<String> rules) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (var folder : List.of("processes/disputes", "forms/disputes")) {
            try (var listed = Files.list(Path.of(folder))) {
                for (var file : listed.toList()) {
                    var text = Files.readString(file);
                    var changed = file.endsWith("dispute-rules.dmn") ? rules.apply(text) : text;
                    files.put(folder + "/" + file.getFileName(), changed.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        models.publish("disputes", files).orElseThrow();
    }

    private Case contested(ClaimView second, Party first, Party later) {
        var id = jdbc.sql("select id from dispute where challenger_subject = ?")
                .param(second.subject())
                .query(UUID.class)
                .single();
        return new Case(new DisputeId(id), later, first, deals.germany());
    }

    private void settled(Case dispute, String verdict) {
        assertThat(fixtures.settle(dispute, fixtures.manager(dispute), verdict)).isInstanceOf(DeskOutcome.Done.class);
    }

    private DisputeDetails challenger(Case dispute) {
        return overview.details(dispute.challenger().sales(), dispute.dispute());
    }

    private DisputeDetails holder(Case dispute) {
        return overview.details(dispute.other().sales(), dispute.dispute());
    }

    private DealStatus status(Party party) {
        return dealOverview.details(party.sales(), party.deal()).status();
    }

    private void jobs() {
        fixtures.itIs(clock.instant());
    }

    private List<String> path(Case dispute) {
        return CaseHistory.path(history, dispute.dispute().toString());
    }

    private boolean isRunning(Case dispute) {
        return CaseHistory.isRunning(history, dispute.dispute().toString());
    }

    private List<String> mails(Actor to, String subject) {
        return jdbc.sql("""
                        select m.subject from outbox_mail m join person p on p.email = m.recipient
                        where p.id = :person and m.subject like :subject
                        """)
                .param("person", to.person().id())
                .param("subject", "%" + subject + "%")
                .query(String.class)
                .list();
    }
}
