package io.handsel.disputes;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.AccountTree;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.ClaimsContested;
import io.handsel.accounts.TreeDeed;
import io.handsel.accounts.TreeOutcome;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealClosing;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.WinDeal;
import io.handsel.disputes.DisputeFixtures.Case;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.forms.Attachment;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What comes too late, too early, too often or incomplete is refused, and nothing changes. */
@DisputeTest
class DisputeRefusalsTests {

    private static final String ENDLESS = "x".repeat(DisputeOpening.LONGEST_TEXT + 1);
    private static final DisputeRuling RULING = new DisputeRuling(DisputeVerdict.BOTH_KEEP, "Looked at both.", null);

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
    DisputeOverview overview;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    DealClosing closing;

    @Autowired
    AccountTree tree;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @Test
    void evidence_has_words_a_kind_of_its_own_and_a_day_that_has_been() {
        var dispute = fixtures.opened();

        assertThat(put(dispute, EvidenceKind.MEETING, null, null, " ")).isEqualTo(missing("words"));
        assertThat(put(dispute, EvidenceKind.MEETING, null, null, ENDLESS)).isEqualTo(tooLong("words", 2000));
        assertThat(put(dispute, EvidenceKind.MEETING, null, "n".repeat(201), "We met."))
                .isEqualTo(tooLong("attendee", 200));
        assertThat(put(dispute, EvidenceKind.FIRST_RECEIPT, null, null, "We were first."))
                .isEqualTo(missing("kind"));
        assertThat(put(dispute, EvidenceKind.MEETING, LocalDate.of(2026, 3, 3), null, "We will meet."))
                .isEqualTo(new Refused(DisputeRefusal.DATE_IN_FUTURE, "happenedOn"));
        assertThat(put(dispute, EvidenceKind.MEETING, LocalDate.of(2026, 3, 2), "n".repeat(200), "We met today."))
                .isInstanceOf(Done.class);

        assertThat(overview.details(dispute.challenger().sales(), dispute.dispute())
                        .own())
                .filteredOn(piece -> !piece.kind().isKnown())
                .hasSize(1);
    }

    @Test
    void a_side_has_shown_enough_and_the_other_has_not() {
        var dispute = fixtures.opened();
        for (int piece = 1; piece <= 20; piece++) {
            assertThat(put(dispute, EvidenceKind.OTHER, null, null, "Piece " + piece + "."))
                    .isInstanceOf(Done.class);
        }

        assertThat(put(dispute, EvidenceKind.OTHER, null, null, "One more."))
                .isEqualTo(new Refused(DisputeRefusal.ENOUGH_EVIDENCE, null, 20));
        assertThat(fixtures.put(dispute.other().sales(), dispute, EvidenceKind.OTHER, "Ours.", null))
                .isInstanceOf(Done.class);
    }

    @Test
    void whoever_has_no_more_puts_no_more_and_says_so_once() {
        var dispute = fixtures.opened();
        evidence.done(dispute.challenger().sales(), dispute.dispute());

        assertThat(put(dispute, EvidenceKind.OTHER, null, null, "One more."))
                .isEqualTo(new Refused(DisputeRefusal.DONE_ALREADY));
        assertThat(evidence.done(dispute.challenger().sales(), dispute.dispute()))
                .isEqualTo(new Refused(DisputeRefusal.DONE_ALREADY));
    }

    @Test
    void evidence_ends_by_the_clock_even_if_the_process_is_late_and_with_the_state_even_if_time_is_left() {
        var late = fixtures.opened();
        clock.moveTo(Instant.parse("2026-03-09T23:00:00Z"));
        assertThat(put(late, EvidenceKind.OTHER, null, null, "Late."))
                .isEqualTo(new Refused(DisputeRefusal.EVIDENCE_CLOSED));
        assertThat(evidence.done(late.challenger().sales(), late.dispute()))
                .isEqualTo(new Refused(DisputeRefusal.EVIDENCE_CLOSED));

        clock.moveTo(MovableClock.START);
        var complete = fixtures.inSettlement();
        assertThat(put(complete, EvidenceKind.OTHER, null, null, "More."))
                .isEqualTo(new Refused(DisputeRefusal.EVIDENCE_CLOSED));
    }

    @Test
    void a_file_that_cannot_be_kept_is_not_lost_in_silence() {
        var dispute = fixtures.opened();
        var disguised = Attachment.received(
                "minutes.pdf",
                "application/pdf",
                8,
                () -> new ByteArrayInputStream("<script>".getBytes(StandardCharsets.US_ASCII)));

        assertThatThrownBy(() -> evidence.put(
                        dispute.challenger().sales(),
                        dispute.dispute(),
                        new PutEvidence(EvidenceKind.OTHER, null, null, "Look."),
                        disguised))
                .isInstanceOf(IllegalStateException.class);
        assertThat(actions(dispute)).doesNotContain("evidence-put");
    }

    @Test
    void a_file_is_its_own_sides_even_for_who_knows_where_it_is() {
        var dispute = fixtures.opened();
        var theirs = DisputeFixtures.pdf("order.pdf");
        evidence.put(
                dispute.other().sales(),
                dispute.dispute(),
                new PutEvidence(EvidenceKind.OTHER, null, null, "Their order."),
                theirs);
        fixtures.put(dispute.challenger().sales(), dispute, EvidenceKind.OTHER, "Ours.", "ours.pdf");

        assertThat(evidence.open(dispute.challenger().sales(), dispute.dispute(), theirs.id()))
                .isEmpty();
        assertThat(evidence.open(dispute.other().sales(), dispute.dispute(), theirs.id()))
                .isPresent();
    }

    @Test
    void what_is_known_is_written_down_once() {
        var dispute = fixtures.opened();
        var known = overview.details(dispute.other().sales(), dispute.dispute()).own();

        settlement.planEvidence(dispute.dispute());

        assertThat(overview.details(dispute.other().sales(), dispute.dispute()).own())
                .isEqualTo(known)
                .isNotEmpty();
    }

    @Test
    void a_dispute_is_settled_once_after_the_evidence_and_with_a_reason() {
        var early = fixtures.opened();
        assertThat(settlement.settle(fixtures.manager(early), early.dispute(), RULING))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));

        var dispute = fixtures.inSettlement();
        var manager = fixtures.manager(dispute);
        assertThat(settlement.settle(
                        manager, dispute.dispute(), new DisputeRuling(DisputeVerdict.BOTH_KEEP, " ", null)))
                .isEqualTo(missing("reason"));
        assertThat(settlement.settle(
                        manager, dispute.dispute(), new DisputeRuling(DisputeVerdict.BOTH_KEEP, ENDLESS, null)))
                .isEqualTo(tooLong("reason", 2000));
        assertThat(settlement.settle(
                        manager, dispute.dispute(), new DisputeRuling(DisputeVerdict.BOTH_KEEP, "Seen.", ENDLESS)))
                .isEqualTo(tooLong("text", 2000));
        settled(dispute, "both-keep");

        assertThat(settlement.settle(manager, dispute.dispute(), RULING))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        assertThat(actions(dispute)).containsOnlyOnce("settled");
    }

    @Test
    void there_is_an_appeal_once_it_is_settled_with_a_reason_and_never_after_accepting() {
        var dispute = fixtures.inSettlement();
        var challenger = dispute.challenger().sales();
        var holder = dispute.other().sales();
        assertThat(settlement.appeal(challenger, dispute.dispute(), "Look again."))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        assertThat(settlement.waive(challenger, dispute.dispute()))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        settled(dispute, "both-keep");

        assertThat(settlement.appeal(challenger, dispute.dispute(), " ")).isEqualTo(missing("reason"));
        assertThat(settlement.appeal(challenger, dispute.dispute(), ENDLESS)).isEqualTo(tooLong("reason", 2000));
        assertThat(settlement.waive(challenger, dispute.dispute())).isInstanceOf(Done.class);
        assertThat(settlement.appeal(challenger, dispute.dispute(), "Look again."))
                .isEqualTo(new Refused(DisputeRefusal.APPEAL_TIME_OVER));
        assertThat(settlement.appeal(holder, dispute.dispute(), "Look again.")).isInstanceOf(Done.class);

        assertThat(settlement.waive(holder, dispute.dispute())).isEqualTo(new Refused(DisputeRefusal.APPEALED_ALREADY));
        assertThat(overview.details(holder, dispute.dispute()).actions()).isEmpty();
    }

    @Test
    void where_there_is_only_one_side_nobody_else_has_to_accept() {
        var two = new Case(DisputeId.create(), fixtures.rejected(), null, deals.germany());
        var dispute = fixtures.opened(two, "It is not too early.");
        evidence.done(dispute.challenger().sales(), dispute.dispute());
        fixtures.itIs(clock.instant());
        settled(dispute, "both-keep");

        assertThat(settlement.waive(dispute.challenger().sales(), dispute.dispute()))
                .isEqualTo(new Done(dispute.dispute(), DisputeStatus.DECIDED));
    }

    /** The process says until when right after the decision; without, there is nothing to appeal within. */
    @Test
    void without_a_time_for_it_there_is_no_appeal() {
        var dispute = fixtures.inSettlement();
        settlement.settle(fixtures.manager(dispute), dispute.dispute(), RULING);

        assertThat(settlement.appeal(dispute.challenger().sales(), dispute.dispute(), "Look again."))
                .isEqualTo(new Refused(DisputeRefusal.APPEAL_NOT_OFFERED));
    }

    @Test
    void an_appeal_is_decided_once_and_only_where_there_is_one() {
        var dispute = fixtures.inSettlement();
        var director = deals.vendor(Role.DIRECTOR);
        settled(dispute, "both-keep");
        assertThat(settlement.decideAppeal(director, dispute.dispute(), RULING))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
        settlement.appeal(dispute.other().sales(), dispute.dispute(), "Look again.");

        assertThat(settlement.decideAppeal(
                        director, dispute.dispute(), new DisputeRuling(DisputeVerdict.BOTH_KEEP, "", null)))
                .isEqualTo(missing("reason"));
        assertThat(settlement.decideAppeal(director, dispute.dispute(), RULING)).isInstanceOf(Done.class);
        assertThat(settlement.decideAppeal(director, dispute.dispute(), RULING))
                .isEqualTo(new Refused(DisputeRefusal.NOT_IN_THIS_STATE));
    }

    @Test
    void a_verdict_is_carried_out_once() {
        var dispute = fixtures.inSettlement();
        settled(dispute, "holder-keeps");
        settlement.waive(dispute.challenger().sales(), dispute.dispute());
        fixtures.itIs(clock.instant());

        assertThat(settlement.finish(dispute.dispute())).contains(DisputeVerdict.HOLDER_KEEPS);

        assertThat(actions(dispute)).containsOnlyOnce("carried-out");
    }

    @Test
    void what_a_partner_has_closed_itself_is_not_disputed() {
        var closed = fixtures.approved(aDeal().deal());
        var won = closing.win(
                closed.sales(),
                closed.deal(),
                new WinDeal("PO-7", LocalDate.of(2026, 3, 2), new BigDecimal("30000"), "EUR"));
        assertThat(won).isInstanceOf(DealOutcome.Done.class);

        assertThat(opening.offer(closed.sales(), closed.deal())).isEmpty();
        assertThat(opening.open(closed.sales(), closed.deal(), "We want more."))
                .isEqualTo(new Refused(DisputeRefusal.NOTHING_TO_DISPUTE));
    }

    @Test
    void what_is_disputed_already_is_offered_no_second_time() {
        var dispute = fixtures.opened();
        var challenger = dispute.challenger();

        var offer = opening.offer(challenger.sales(), challenger.deal()).orElseThrow();
        assertThat(offer.opened()).isEqualTo(dispute.dispute());
        assertThat(offer.open()).isFalse();
    }

    @Test
    void of_two_who_have_the_customer_it_is_with_whoever_shuts_others_out() {
        var wish = aDeal();
        var one = fixtures.approved(wish.deal());
        clock.advance(Duration.ofMinutes(1));
        var other = fixtures.approved(aDeal().deal());
        var first = claims.claimOf(one.deal().id()).orElseThrow();
        var second = claims.claimOf(other.deal().id()).orElseThrow();
        var merge = new TreeDeed.Merge(second.account(), first.account());
        var stamp = ((TreeOutcome.Foreseen) tree.preview(merge)).preview().stamp();
        tree.carryOut(deals.actor(deals.germany().manager()), merge, stamp);
        transaction.executeWithoutResult(status -> jdbc.sql("update account_claim set starts_at = ? where subject = ?")
                .params(Timestamp.from(first.from().minusSeconds(60)), second.subject())
                .update());

        var late = fixtures.registered(wish.with("ownReference", "").deal());
        var dispute = fixtures.opened(new Case(DisputeId.create(), late, one, deals.germany()), "We were first.");

        assertThat(jdbc.sql("select holder_partner_id from dispute where id = ?")
                        .param(dispute.dispute().id())
                        .query(UUID.class)
                        .single())
                .isEqualTo(one.partner().id().id());
    }

    /** The second line: what the services refuse never comes this far. */
    @Test
    void a_dispute_leaves_out_no_state() {
        var party = new DisputeParty(PartnerId.create(), PersonId.create(), null, UUID.randomUUID(), false, "Any");
        var dispute = new Dispute("DS-0", "standard", DisputeCause.LAPSED, party, null, clock.instant());

        assertThatThrownBy(() ->
                        dispute.settle(DisputeVerdict.INVALID, PersonId.create(), "Early.", null, clock.instant()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(dispute.status()).isEqualTo(DisputeStatus.EVIDENCE);
    }

    @Test
    void a_reason_to_open_it_has_an_end() {
        var two = fixtures.twoPartners();

        assertThat(opening.open(two.challenger().sales(), two.challenger().deal(), ENDLESS))
                .isEqualTo(tooLong("reason", 2000));
    }

    @Test
    void what_two_of_one_partner_have_is_not_set_against_each_other() {
        var partner = deals.partner();
        var one = reserved(partner);
        var other = reserved(partner);
        var strangers =
                claims.claimOf(fixtures.approved(aDeal().deal()).deal().id()).orElseThrow();

        contested(one, other);
        assertThat(challengedBy(other)).isZero();

        contested(strangers, other);
        assertThat(challengedBy(other)).isOne();
    }

    private ClaimView reserved(PartnerView partner) {
        var customer = AccountQuestion.about(CompanyNames.next(), UUID.randomUUID() + ".example", null);
        return ((ClaimOutcome.Granted) reservations.reserve(deals.sales(partner), customer)).claim();
    }

    private void contested(ClaimView first, ClaimView second) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ClaimsContested(first, second)));
    }

    private long challengedBy(ClaimView claim) {
        return jdbc.sql("select count(*) from dispute where challenger_subject = ?")
                .param(claim.subject())
                .query(Long.class)
                .single();
    }

    private DisputeOutcome put(
            Case dispute, EvidenceKind kind, @Nullable LocalDate day, @Nullable String attendee, String words) {
        return evidence.put(
                dispute.challenger().sales(), dispute.dispute(), new PutEvidence(kind, day, attendee, words), null);
    }

    private void settled(Case dispute, String verdict) {
        assertThat(fixtures.settle(dispute, fixtures.manager(dispute), verdict)).isInstanceOf(DeskOutcome.Done.class);
    }

    private List<String> actions(Case dispute) {
        return audit.of(new CaseReference("dispute", dispute.dispute().id())).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static Refused missing(String field) {
        return new Refused(DisputeRefusal.FIELD_MISSING, field);
    }

    private static Refused tooLong(String field, int most) {
        return new Refused(DisputeRefusal.FIELD_TOO_LONG, field, most);
    }
}
