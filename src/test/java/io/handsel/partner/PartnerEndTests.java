package io.handsel.partner;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimView;
import io.handsel.agreements.AgreementConclusion;
import io.handsel.agreements.AgreementFixtures;
import io.handsel.agreements.AgreementOutcome;
import io.handsel.agreements.AgreementRefusal;
import io.handsel.agreements.AgreementStatus;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealFixtures;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealProtection;
import io.handsel.deals.DealRefusal;
import io.handsel.deals.DealRegistration;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealTransfers;
import io.handsel.deals.RequestExtension;
import io.handsel.disputes.DisputeFixtures;
import io.handsel.disputes.DisputeTest;
import io.handsel.engine.BackgroundWork;
import io.handsel.engine.DueJobs;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerOutcome.Done;
import io.handsel.partner.PartnerOutcome.Overtaken;
import io.handsel.partner.PartnerOutcome.Refused;
import io.handsel.partner.PartnerOutcome.Undecided;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A partner is suspended or ends, and of everything it has open somebody has said what becomes of it. */
@DisputeTest
class PartnerEndTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    Partners partners;

    @Autowired
    PartnerStandings standings;

    @Autowired
    DealFixtures deals;

    @Autowired
    DisputeFixtures disputes;

    @Autowired
    DealOverview overview;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AgreementConclusion conclusion;

    @Autowired
    PartnerCare care;

    @Autowired
    DealTransfers transfers;

    @Autowired
    DealProtection protection;

    @Autowired
    DealRegistration registration;

    @Autowired
    List<PartnerMatters> matters;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    PartnerAccess access;

    @Autowired
    BackgroundWork accessThatIsOverWork;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueJobs jobs;

    @Autowired
    MovableClock clock;

    private PartnerView partner;
    private Actor sales;
    private Actor manager;
    private Actor director;
    private PartnerView heir;
    private Actor heirsSales;

    @BeforeEach
    void a_partner_and_one_that_could_go_on() {
        clock.moveTo(MovableClock.START);
        partner = deals.partner(wish -> wish.named(CompanyNames.next()));
        sales = deals.sales(partner);
        manager = deals.actor(partner.manager());
        director = deals.vendor(Role.DIRECTOR);
        heir = deals.partner(wish -> wish.named(CompanyNames.next()));
        heirsSales = deals.sales(heir);
    }

    @Test
    void each_open_thing_becomes_what_was_decided() {
        var kept = deal("5000");
        var handedOn = deal("5000");
        var waiting = deal("50000");
        var reservation = reserved();

        assertThat(end(Map.of(
                        deal(kept),
                        MatterDecision.of(MatterFate.KEEP),
                        deal(handedOn),
                        MatterDecision.transferTo(heir.id()),
                        deal(waiting),
                        MatterDecision.of(MatterFate.RELEASE),
                        "reservation." + reservation.subject(),
                        MatterDecision.of(MatterFate.RELEASE))))
                .isInstanceOf(Done.class);
        jobs.run();

        assertThat(status(kept)).isEqualTo(DealStatus.APPROVED);
        assertThat(status(handedOn)).isEqualTo(DealStatus.TRANSFERRED);
        assertThat(status(waiting)).isEqualTo(DealStatus.WITHDRAWN);
        assertThat(end(kept)).isNull();
        assertThat(end(handedOn)).isEqualTo(ClaimEnd.TRANSFERRED);
        assertThat(end(waiting)).isEqualTo(ClaimEnd.WITHDRAWN);
        assertThat(claims.claimOf(reservation.subject()).orElseThrow().end()).isEqualTo(ClaimEnd.RELEASED);
        assertThat(partners.get(partner.id()).standing()).isEqualTo(PartnerStanding.ENDED);
    }

    @Test
    void who_goes_on_has_the_customer_protected_and_reads_nothing_the_other_kept_for_itself() {
        var id = deals.register(
                sales, aDeal().worth("5000").with("ownReference", "Secret 1").deal());
        jobs.run();

        assertThat(end(Map.of(deal(id), MatterDecision.transferTo(heir.id())))).isInstanceOf(Done.class);
        jobs.run();

        var inherited = new DealId(jdbc.sql("select id from deal where partner_id = ?")
                .param(heir.id().id())
                .query(UUID.class)
                .single());
        var seen = overview.details(heirsSales, inherited);
        assertThat(seen.status()).isEqualTo(DealStatus.APPROVED);
        assertThat(seen.registration().ownReference()).isEmpty();
        assertThat(seen.registration().evidence()).isEmpty();
        assertThat(seen.protectedUntil()).isAfter(clock.instant());
        assertThat(claims.claimOf(inherited.id()).orElseThrow())
                .satisfies(claim -> assertThat(claim.exclusive()).isTrue())
                .satisfies(claim -> assertThat(claim.partner()).isEqualTo(heir.id()));
        assertThat(mailsTo(heirsSales)).anyMatch(mail -> mail.contains("is yours"));
        // Its protection has a process of its own, which ends it in time.
        clock.advance(Duration.ofDays(200));
        jobs.run();
        // A missed reminder comes first; a timer set into the past fires a minute later.
        clock.advance(Duration.ofMinutes(1));
        jobs.run();
        assertThat(status(inherited)).isEqualTo(DealStatus.EXPIRED);
    }

    @Test
    void as_long_as_something_is_not_decided_nothing_is_changed() {
        var one = deal("5000");
        var other = deal("5000");

        assertThat(end(Map.of(deal(one), MatterDecision.of(MatterFate.RELEASE))))
                .isEqualTo(new Undecided(Map.of(deal(other), "partner.fate.missing")));

        assertThat(status(one)).isEqualTo(DealStatus.APPROVED);
        assertThat(partners.get(partner.id()).standing()).isEqualTo(PartnerStanding.ACTIVE);
    }

    @Test
    void what_is_not_decided_yet_does_not_outlive_its_partner_and_is_not_handed_on() {
        var waiting = deal("50000");

        for (var decision : List.of(MatterDecision.of(MatterFate.KEEP), MatterDecision.transferTo(heir.id()))) {
            assertThat(end(Map.of(deal(waiting), decision)))
                    .isEqualTo(new Undecided(Map.of(deal(waiting), "partner.fate.impossible")));
        }
        assertThat(status(waiting)).isEqualTo(DealStatus.IN_REVIEW);
    }

    @Test
    void nothing_is_handed_to_who_may_not_sell_or_to_itself_or_to_nobody() {
        var one = deal("5000");
        var suspended = deals.partner(wish -> wish.named(CompanyNames.next()));
        standings.change(director, suspended.id(), PartnerStanding.SUSPENDED, "They do not pay.");

        for (var wrong : List.of(suspended.id(), partner.id(), PartnerId.create())) {
            assertThat(end(Map.of(deal(one), MatterDecision.transferTo(wrong))))
                    .isEqualTo(new Undecided(Map.of(deal(one), "partner.fate.heir")));
        }
        assertThat(end(Map.of(deal(one), new MatterDecision(MatterFate.TRANSFER, null))))
                .isEqualTo(new Undecided(Map.of(deal(one), "partner.fate.heir")));
    }

    @Test
    void where_one_thing_cannot_be_done_nothing_is() {
        var first = deal("5000");
        clock.advance(Duration.ofMinutes(1));
        var second = deal("5000");
        var empty = deals.partner(wish -> wish.named(CompanyNames.next()));

        assertThat(end(Map.of(
                        deal(first), MatterDecision.of(MatterFate.RELEASE),
                        deal(second), MatterDecision.transferTo(empty.id()))))
                .isEqualTo(new Overtaken(Map.of(deal(second), "deals.refused.NOBODY_TO_GO_ON")));

        assertThat(status(first)).isEqualTo(DealStatus.APPROVED);
        assertThat(status(second)).isEqualTo(DealStatus.APPROVED);
        assertThat(partners.get(partner.id()).standing()).isEqualTo(PartnerStanding.ACTIVE);
    }

    @Test
    void an_operator_ends_partners_but_hands_no_customer_on() {
        var one = deal("5000");
        var operator = deals.vendor(Role.OPERATOR);

        assertThat(standings.change(
                        operator,
                        partner.id(),
                        PartnerStanding.ENDED,
                        new MatterDecisions(Map.of(deal(one), MatterDecision.transferTo(heir.id())), null),
                        "Over."))
                .isEqualTo(new Overtaken(Map.of(deal(one), "deals.refused.NOT_YOURS_TO_DECIDE")));
    }

    @Test
    void a_suspended_partner_keeps_what_it_has_by_one_word() {
        var approved = deal("5000");
        var waiting = deal("50000");

        assertThat(change(PartnerStanding.SUSPENDED, MatterDecisions.all(MatterFate.KEEP)))
                .isInstanceOf(Done.class);
        assertThat(change(PartnerStanding.ACTIVE, MatterDecisions.NONE)).isInstanceOf(Done.class);

        assertThat(status(approved)).isEqualTo(DealStatus.APPROVED);
        assertThat(status(waiting)).isEqualTo(DealStatus.IN_REVIEW);
    }

    @Test
    void an_unsigned_agreement_ends_with_its_partner_and_waits_for_nobody() {
        var agreements = AgreementFixtures.in(beans);
        var one = agreements.asked();
        jobs.run();

        assertThat(standings.change(
                        one.manager(),
                        one.partner().id(),
                        PartnerStanding.ENDED,
                        MatterDecisions.all(MatterFate.KEEP),
                        "They were bought."))
                .isInstanceOf(Done.class);
        var mails = mailsTo(one.admin()).size();
        clock.advance(Duration.ofDays(90));
        jobs.run();

        assertThat(agreements.view(one).status()).isEqualTo(AgreementStatus.DECLINED);
        assertThat(conclusion.again(one.manager(), one.agreement()))
                .isEqualTo(new AgreementOutcome.Refused(AgreementRefusal.NOT_POSSIBLE));
        assertThat(mailsTo(one.admin())).hasSize(mails);
        assertThat(mailsTo(one.manager())).noneMatch(mail -> mail.contains("not signed"));
    }

    @Test
    void a_dispute_ends_with_who_opened_it_where_that_is_decided() {
        var dispute = disputes.opened();
        var challenger = dispute.challenger().partner();
        var key = "dispute." + dispute.dispute();

        assertThat(standings.change(
                        deals.actor(challenger.manager()),
                        challenger.id(),
                        PartnerStanding.ENDED,
                        new MatterDecisions(Map.of(key, MatterDecision.of(MatterFate.RELEASE)), MatterFate.RELEASE),
                        "Over."))
                .isInstanceOf(Done.class);
        jobs.run();

        assertThat(disputeStatus(dispute)).isEqualTo("WITHDRAWN");
    }

    @Test
    void who_is_disputed_with_cannot_end_it() {
        var dispute = disputes.opened();
        var holder = dispute.other().partner();
        var key = "dispute." + dispute.dispute();

        assertThat(standings.change(
                        deals.actor(holder.manager()),
                        holder.id(),
                        PartnerStanding.ENDED,
                        new MatterDecisions(Map.of(key, MatterDecision.of(MatterFate.RELEASE)), MatterFate.KEEP),
                        "Over."))
                .isEqualTo(new Undecided(Map.of(key, "partner.fate.impossible")));
        assertThat(disputeStatus(dispute)).isEqualTo("EVIDENCE");
    }

    @Test
    void everybody_hears_what_became_of_it_and_it_stays_on_record() {
        var one = deal("5000");

        standings.change(
                director, partner.id(), PartnerStanding.ENDED, MatterDecisions.all(MatterFate.RELEASE), "Over.");

        assertThat(mailsTo(sales)).anyMatch(mail -> mail.contains("has ended") && mail.contains("HD-2026"));
        assertThat(mailsTo(manager)).anyMatch(mail -> mail.contains("has ended") && mail.contains("HD-2026"));
        assertThat(mailsTo(sales)).noneMatch(mail -> mail.contains("Over."));
        assertThat(audit.of(new CaseReference("partner", partner.id().id())))
                .filteredOn(entry -> entry.action().equals("matters-decided"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details().values()).containsExactly("RELEASE"));
        assertThat(audit.of(new CaseReference("deal", one.id())))
                .anySatisfy(entry -> assertThat(entry.details()).containsEntry("reason", "Over."));
    }

    @Test
    void the_people_of_a_partner_that_ends_read_until_the_day_that_was_set() throws Exception {
        var last = clock.instant().plus(Duration.ofDays(10));
        assertThat(standings.change(
                        manager, partner.id(), PartnerStanding.ENDED, MatterDecisions.NONE, "They were bought.", last))
                .isInstanceOf(Done.class);
        assertThat(mailsTo(sales)).anyMatch(mail -> mail.contains("12 Mar 2026"));

        clock.moveTo(last.minusMillis(1));
        access.endWhatIsOver();
        assertThat(people.get(sales.person()).active()).isTrue();

        clock.moveTo(last);
        accessThatIsOverWork.turn().run();
        accessThatIsOverWork.turn().run();
        assertThat(people.get(sales.person()).active()).isFalse();
        assertThat(audit.of(new CaseReference("partner", partner.id().id())))
                .filteredOn(entry -> entry.action().equals("access-ended"))
                .hasSize(1);
    }

    @Test
    void one_partner_whose_access_cannot_be_ended_holds_up_nobody() {
        var last = clock.instant().plus(Duration.ofDays(10));
        standings.change(manager, partner.id(), PartnerStanding.ENDED, MatterDecisions.NONE, "Over.", last);
        standings.change(director, heir.id(), PartnerStanding.ENDED, MatterDecisions.NONE, "Over.", last.plusMillis(1));
        clock.moveTo(last.plusMillis(1));
        jdbc.sql("alter table person add constraint person_stays check (active or id <> '" + sales.person() + "')")
                .update();
        try {
            access.endWhatIsOver();
        } finally {
            jdbc.sql("alter table person drop constraint person_stays").update();
        }
        assertThat(people.get(sales.person()).active()).isTrue();
        assertThat(people.get(heirsSales.person()).active()).isFalse();

        access.endWhatIsOver();
        assertThat(people.get(sales.person()).active()).isFalse();
    }

    @Test
    void a_day_that_is_over_already_is_now_and_one_of_a_suspended_partner_ends_nothing() {
        var past = clock.instant();
        standings.change(manager, partner.id(), PartnerStanding.ENDED, MatterDecisions.NONE, "Over.", past);
        assertThat(people.get(sales.person()).active()).isFalse();

        var soon = past.plus(Duration.ofDays(1));
        standings.change(director, heir.id(), PartnerStanding.SUSPENDED, MatterDecisions.NONE, "Unpaid.", soon);
        assertThat(people.get(heirsSales.person()).active()).isTrue();
        clock.moveTo(soon);
        access.endWhatIsOver();
        assertThat(people.get(heirsSales.person()).active()).isTrue();
    }

    @Test
    void one_word_for_everything_does_not_choose_between_two_others() {
        var waiting = deal("50000");

        assertThat(change(PartnerStanding.SUSPENDED, MatterDecisions.all(MatterFate.TRANSFER)))
                .isEqualTo(new Undecided(Map.of(deal(waiting), "partner.fate.missing")));
    }

    @Test
    void the_first_administrator_at_work_goes_on_and_else_the_first_who_sells() {
        var one = deal("5000");
        var other = deal("5000");
        var small = partnerWith("C finance", Role.PARTNER_FINANCE, "Z sales", Role.PARTNER_SALES);
        var large = partnerWith("Y admin", Role.PARTNER_ADMIN, "X admin", Role.PARTNER_ADMIN);
        var left = person(large, "A admin", Role.PARTNER_ADMIN);
        person(large, "B sales", Role.PARTNER_SALES);
        people.deactivate(left.id());

        assertThat(transfers.handOn(one, small.id(), manager)).isInstanceOf(DealOutcome.Done.class);
        assertThat(transfers.handOn(other, large.id(), manager)).isInstanceOf(DealOutcome.Done.class);

        assertThat(registrantAt(small)).isEqualTo("Z sales");
        assertThat(registrantAt(large)).isEqualTo("X admin");
    }

    @Test
    void a_deal_that_is_over_or_ones_own_already_is_not_handed_on_and_nothing_to_who_may_not_sell() {
        var one = deal("5000");
        var over = deal("50000");
        var suspended = deals.partner(wish -> wish.named(CompanyNames.next()));
        deals.sales(suspended);
        standings.change(director, suspended.id(), PartnerStanding.SUSPENDED, "They do not pay.");

        assertThat(transfers.handOn(over, heir.id(), manager))
                .isEqualTo(new DealOutcome.Refused(DealRefusal.NOT_IN_THIS_STATE));
        assertThat(transfers.handOn(one, partner.id(), manager))
                .isEqualTo(new DealOutcome.Refused(DealRefusal.NOT_IN_THIS_STATE));
        assertThat(transfers.handOn(one, suspended.id(), manager))
                .isEqualTo(new DealOutcome.Refused(DealRefusal.PARTNER_NOT_ACTIVE));
        assertThat(status(one)).isEqualTo(DealStatus.APPROVED);
        assertThat(claims.claimOf(one.id()).orElseThrow().partner()).isEqualTo(partner.id());
    }

    @Test
    void nobody_hands_a_deal_on_who_could_not_have_decided_it() {
        var one = deal("5000");
        var both = deals.actor(PartnerFixtures.aManager(people).id());
        var ofHeir = new Actor(
                both.person(), both.name(), both.roles(), heir.id().organisation(), null, both.locale(), both.zone());
        care.substitute(
                director,
                sales.person(),
                PartnerFixtures.aManager(people).id(),
                Period.of(Duration.ofDays(1), clock.instant()));
        var substitute =
                deals.actor(care.substituteFor(sales.person(), clock.instant()).orElseThrow());

        for (var wrong : List.of(ofHeir, substitute)) {
            assertThat(transfers.handOn(one, heir.id(), wrong))
                    .isEqualTo(new DealOutcome.Refused(DealRefusal.NOT_YOURS_TO_DECIDE));
        }
        assertThat(transfers.handOn(one, heir.id(), director)).isInstanceOf(DealOutcome.Done.class);
    }

    @Test
    void what_is_over_by_the_clock_or_by_decision_waits_for_nobody() {
        deal("5000");
        reserved();
        assertThat(standings.openFor(partner.id())).hasSize(2);

        clock.advance(Duration.ofDays(400));

        assertThat(standings.openFor(partner.id())).isEmpty();
    }

    @Test
    void an_extension_that_is_being_decided_keeps_a_deal_open_and_one_without_an_end_stays_open() {
        var extended = deal("5000");
        var end = claims.claimOf(extended.id()).orElseThrow().until();
        clock.moveTo(end.minusSeconds(60));
        assertThat(protection.requestExtension(
                        sales, extended, new RequestExtension("The budget comes later.", LocalDate.of(2026, 8, 1))))
                .isInstanceOf(DealOutcome.Done.class);
        jobs.run();

        clock.moveTo(end.plusSeconds(60));
        assertThat(standings.openFor(partner.id())).hasSize(1);

        transaction.executeWithoutResult(
                status -> jdbc.sql("update deal set protected_until = null, extension_keeps_until = null where id = ?")
                        .param(extended.id())
                        .update());
        assertThat(standings.openFor(partner.id())).hasSize(1);
    }

    @Test
    void what_is_given_up_meanwhile_is_given_up_once() {
        var waiting = deal("50000");
        var seen = standings.openFor(partner.id()).get(0);
        registration.withdraw(sales, waiting, "We think better of it.");

        var deals = matters.stream()
                .filter(each -> each.kind().equals("deal"))
                .findAny()
                .orElseThrow();
        var problem = transaction.execute(
                status -> deals.settle(manager, seen, MatterDecision.of(MatterFate.RELEASE), "Over."));

        assertThat(problem).isEmpty();
        assertThat(audit.of(new CaseReference("deal", waiting.id())))
                .filteredOn(entry -> entry.action().equals("withdrawn"))
                .hasSize(1);
    }

    @Test
    void ending_it_again_changes_nothing() {
        deal("5000");
        var decisions = MatterDecisions.all(MatterFate.RELEASE);
        assertThat(change(PartnerStanding.ENDED, decisions)).isInstanceOf(Done.class);
        var before = audit.of(new CaseReference("partner", partner.id().id()));

        assertThat(change(PartnerStanding.ENDED, decisions)).isEqualTo(new Refused(PartnerRefusal.NOT_POSSIBLE));
        assertThat(change(PartnerStanding.ACTIVE, decisions)).isEqualTo(new Refused(PartnerRefusal.NOT_POSSIBLE));

        assertThat(audit.of(new CaseReference("partner", partner.id().id()))).isEqualTo(before);
    }

    @Test
    void nothing_happens_without_a_reason() {
        assertThat(standings.change(manager, partner.id(), PartnerStanding.ENDED, " "))
                .isEqualTo(new Refused(PartnerRefusal.REASON_MISSING));
    }

    @Test
    void who_does_not_look_after_the_partner_decides_nothing() {
        deal("5000");

        assertThat(standings.change(
                        deals.vendor(Role.MANAGER),
                        partner.id(),
                        PartnerStanding.ENDED,
                        MatterDecisions.all(MatterFate.RELEASE),
                        "Mine."))
                .isEqualTo(new Refused(PartnerRefusal.NOT_YOURS));
        assertThat(change(PartnerStanding.SUSPENDED, new MatterDecisions(new HashMap<>(), null)))
                .isInstanceOf(Undecided.class);
    }

    private PartnerView partnerWith(String one, Role ones, String other, Role others) {
        var made = deals.partner(wish -> wish.named(CompanyNames.next()));
        person(made, one, ones);
        person(made, other, others);
        return made;
    }

    private PersonView person(PartnerView of, String name, Role role) {
        var id = "goes-on-" + UUID.randomUUID();
        var email = EmailAddress.parse(id + "@partner.example");
        return people.register(NewPerson.ofPartner(of.id().organisation(), id, name, email, role));
    }

    private String registrantAt(PartnerView heir) {
        return jdbc.sql("select p.name from deal d join person p on p.id = d.registrant_id where d.partner_id = ?")
                .param(heir.id().id())
                .query(String.class)
                .single();
    }

    private DealId deal(String worth) {
        var id = deals.register(sales, aDeal().worth(worth).deal());
        jobs.run();
        return id;
    }

    private static String deal(DealId id) {
        return "deal." + id;
    }

    private ClaimView reserved() {
        var name = CompanyNames.next();
        var outcome = reservations.reserve(
                sales, AccountQuestion.about(name, "customer-" + clock.instant().toEpochMilli() + ".example", null));
        assertThat(outcome).isInstanceOf(ClaimOutcome.Granted.class);
        return ((ClaimOutcome.Granted) outcome).claim();
    }

    private PartnerOutcome end(Map<String, MatterDecision> named) {
        return change(PartnerStanding.ENDED, new MatterDecisions(named, null));
    }

    private PartnerOutcome change(PartnerStanding next, MatterDecisions decisions) {
        return standings.change(manager, partner.id(), next, decisions, "They were bought.");
    }

    private DealStatus status(DealId id) {
        return DealStatus.valueOf(jdbc.sql("select status from deal where id = ?")
                .param(id.id())
                .query(String.class)
                .single());
    }

    private ClaimEnd end(DealId id) {
        return claims.claimOf(id.id()).orElseThrow().end();
    }

    private String disputeStatus(DisputeFixtures.Case dispute) {
        return jdbc.sql("select status from dispute where id = ?")
                .param(dispute.dispute().id())
                .query(String.class)
                .single();
    }

    private List<String> mailsTo(Actor person) {
        return jdbc.sql("""
                        select m.subject || ' ' || m.text_body from outbox_mail m join person p on p.email = m.recipient
                        where p.id = ? order by m.position
                        """).param(person.person().id()).query(String.class).list();
    }
}
