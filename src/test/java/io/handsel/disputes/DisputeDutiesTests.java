package io.handsel.disputes;

import static io.handsel.deals.DealFixtures.aDeal;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountQuestion;
import io.handsel.accounts.AccountReservations;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimsContested;
import io.handsel.accounts.ColleagueOutcome;
import io.handsel.accounts.ColleagueRequests;
import io.handsel.accounts.ColleagueWish;
import io.handsel.deals.DealFixtures;
import io.handsel.disputes.DisputeFixtures.Case;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.kernel.EmailAddress;
import io.handsel.kernel.Period;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.SubstitutionOutcome.Agreed;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.tasklist.TaskDesk;
import io.handsel.tasklist.TaskFilter;
import io.handsel.tasklist.TaskInbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who may settle a dispute and who may hear an appeal, by role and by what they have to do with it. */
@DisputeTest
class DisputeDutiesTests {

    private static final DisputeRuling RULING = new DisputeRuling(DisputeVerdict.BOTH_KEEP, "Looked at both.", null);

    @Autowired
    DisputeFixtures fixtures;

    @Autowired
    DealFixtures deals;

    @Autowired
    DisputeOpening opening;

    @Autowired
    DisputeSettlement settlement;

    @Autowired
    PartnerCare care;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    ColleagueRequests requests;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskInbox inbox;

    @Autowired
    People people;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    MovableClock clock;

    /** Ended with the test: the manager of the territory settles other disputes, too. */
    private final List<UUID> substitutions = new ArrayList<>();

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    /** What somebody has to do with the dispute. */
    private enum Tie {
        OF_THE_CHALLENGER,
        OF_THE_HOLDER,
        STANDS_IN_FOR_WHO_REGISTERED,
        STANDS_IN_FOR_WHO_HOLDS,
        STANDS_IN_FOR_WHO_OPENED,
        HAS_SETTLED_IT,
        STANDS_IN_FOR_WHO_SETTLED,
        NONE
    }

    @ParameterizedTest
    @CsvSource({
        "OF_THE_CHALLENGER, false, false",
        "OF_THE_HOLDER, false, false",
        "STANDS_IN_FOR_WHO_REGISTERED, false, false",
        "STANDS_IN_FOR_WHO_HOLDS, false, false",
        "STANDS_IN_FOR_WHO_OPENED, false, false",
        "HAS_SETTLED_IT, true, false",
        "STANDS_IN_FOR_WHO_SETTLED, true, false",
        "NONE, true, true",
    })
    void decides_or_not(Tie tie, boolean maySettle, boolean mayHearTheAppeal) {
        var open = fixtures.inSettlement();
        var actor = tied(tie, open);

        assertThat(settlement.foreseeSettlement(actor, open.dispute(), RULING).isEmpty())
                .as("settles")
                .isEqualTo(maySettle);
        settledAndAppealed(open);

        assertThat(settlement.decideAppeal(actor, open.dispute(), RULING))
                .as("hears the appeal")
                .isEqualTo(
                        mayHearTheAppeal
                                ? new Done(open.dispute(), DisputeStatus.DECIDED)
                                : new Refused(DisputeRefusal.NOT_YOURS_TO_DECIDE));
        substitutions.forEach(substitution -> care.withdraw(person(Role.DIRECTOR), substitution));
    }

    @ParameterizedTest
    @CsvSource({
        "MANAGER, true, false",
        "DIRECTOR, true, true",
        "FINANCE, false, false",
        "DESIGNER, false, false",
        "OPERATOR, false, false"
    })
    void a_role_decides_or_not(Role role, boolean maySettle, boolean mayHearTheAppeal) {
        var open = fixtures.inSettlement();
        var actor = person(role);

        assertThat(settlement.foreseeSettlement(actor, open.dispute(), RULING).isEmpty())
                .isEqualTo(maySettle);
        settledAndAppealed(open);

        assertThat(settlement.foreseeAppeal(actor, open.dispute(), RULING).isEmpty())
                .isEqualTo(mayHearTheAppeal);
    }

    @Test
    void the_task_list_keeps_whoever_settled_it_from_the_appeal() {
        var open = fixtures.inSettlement();
        settledAndAppealed(open);
        var task = inbox.all(fixtures.director(open), TaskFilter.ALL, 1_000).stream()
                .filter(entry -> entry.caseKey().equals(open.dispute().toString()))
                .findFirst()
                .orElseThrow()
                .id();

        desk.release(fixtures.director(open), task);

        assertThat(desk.claim(fixtures.manager(open), task))
                .isEqualTo(new DeskOutcome.Refused(DeskOutcome.Reason.EXCLUDED));
        assertThat(desk.claim(person(Role.DIRECTOR), task)).isInstanceOf(DeskOutcome.Done.class);
    }

    @Test
    void a_director_settles_only_where_another_one_could_hear_an_appeal() {
        var open = fixtures.inSettlement();
        var only = person(Role.MANAGER, Role.DIRECTOR);
        var manager = person(Role.MANAGER);

        transaction.executeWithoutResult(status -> {
            people.withRole(Role.DIRECTOR).stream()
                    .map(PersonView::id)
                    .filter(director -> !director.equals(only.person()))
                    .forEach(people::deactivate);
            assertThat(settlement.settle(only, open.dispute(), RULING))
                    .isEqualTo(new Refused(DisputeRefusal.NOBODY_FOR_AN_APPEAL));
            assertThat(settlement.foreseeSettlement(manager, open.dispute(), RULING))
                    .isEmpty();
            standsInFor(open.other().sales().person(), only);
            assertThat(settlement.foreseeSettlement(manager, open.dispute(), RULING))
                    .as("who may not hear it is nobody above")
                    .contains(new Refused(DisputeRefusal.NOBODY_FOR_AN_APPEAL));
            status.setRollbackOnly();
        });
    }

    @Test
    void nobody_is_asked_who_may_not_answer() {
        var open = fixtures.opened();
        var manager = fixtures.manager(open);

        transaction.executeWithoutResult(status -> {
            assertThat(settlement.planSettlement(open.dispute()).decider()).isEqualTo(manager.person());
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            standsInFor(open.challenger().sales().person(), manager);
            assertThat(settlement.planSettlement(open.dispute()).decider()).isNull();
            status.setRollbackOnly();
        });
        substitutions.clear();
    }

    @Test
    void whoever_stands_in_for_who_has_the_deal_by_now_does_not_settle_it() {
        var open = fixtures.inSettlement();
        var holder = open.other();
        var next = deals.sales(holder.partner());
        var claim = claims.claimOf(holder.deal().id()).orElseThrow();
        var asked = requests.ask(next, claim.id(), ColleagueWish.TAKE_OVER);
        requests.agree(
                holder.sales(), ((ColleagueOutcome.Waiting) asked).request().id());

        assertThat(settlement.foreseeSettlement(standingInFor(next.person()), open.dispute(), RULING))
                .contains(new Refused(DisputeRefusal.NOT_YOURS_TO_DECIDE));
        substitutions.forEach(substitution -> care.withdraw(person(Role.DIRECTOR), substitution));
    }

    @Test
    void nobody_of_a_side_that_has_reserved_without_a_deal_decides() {
        var partner = deals.partner();
        var sales = deals.sales(partner);
        var colleague = deals.sales(partner);
        var wish = AccountQuestion.about(CompanyNames.next(), UUID.randomUUID() + ".example", null);
        var reserved = ((ClaimOutcome.Granted) reservations.reserve(sales, wish)).claim();
        var other = fixtures.approved(aDeal().deal());
        var first = claims.claimOf(other.deal().id()).orElseThrow();
        transaction.executeWithoutResult(status -> events.publishEvent(new ClaimsContested(first, reserved)));
        var dispute = new DisputeId(jdbc.sql("select id from dispute where challenger_subject = ?")
                .param(reserved.subject())
                .query(UUID.class)
                .single());

        var substitute = standingInFor(sales.person());
        assertThat(settlement.excludedDeciders(dispute))
                .contains(sales.person(), colleague.person(), substitute.person());
        substitutions.forEach(substitution -> care.withdraw(person(Role.DIRECTOR), substitution));
    }

    @Test
    void whoever_stands_in_for_a_colleague_who_opened_it_does_not_settle_it_and_no_partner_does() {
        var two = fixtures.twoPartners();
        var colleague = deals.sales(two.challenger().partner());
        var opened = opening.open(colleague, two.challenger().deal(), "We were first.");
        var dispute = ((Done) opened).dispute();
        var substitute = standingInFor(colleague.person());
        var manager = person(Role.MANAGER);
        var ofAnotherPartner = new Actor(
                manager.person(),
                manager.name(),
                manager.roles(),
                deals.partner().id().organisation(),
                null,
                manager.locale(),
                manager.zone());

        assertThat(settlement.excludedDeciders(dispute)).contains(substitute.person());
        var open = fixtures.inSettlement();
        assertThat(settlement.foreseeSettlement(ofAnotherPartner, open.dispute(), RULING))
                .contains(new Refused(DisputeRefusal.NOT_YOURS_TO_DECIDE));
        assertThat(settlement.foreseeSettlement(manager, open.dispute(), RULING))
                .isEmpty();
        substitutions.forEach(substitution -> care.withdraw(person(Role.DIRECTOR), substitution));
    }

    private void settledAndAppealed(Case dispute) {
        fixtures.decide(fixtures.manager(dispute), dispute.dispute().toString(), DisputeFixtures.ruling("both-keep"));
        assertThat(settlement.appeal(dispute.other().sales(), dispute.dispute(), "Look again."))
                .isInstanceOf(Done.class);
    }

    private Actor tied(Tie tie, Case dispute) {
        return switch (tie) {
            case OF_THE_CHALLENGER -> colleague(dispute.challenger().sales());
            case OF_THE_HOLDER -> colleague(dispute.other().sales());
            case STANDS_IN_FOR_WHO_REGISTERED, STANDS_IN_FOR_WHO_OPENED ->
                standingInFor(dispute.challenger().sales().person());
            case STANDS_IN_FOR_WHO_HOLDS ->
                standingInFor(dispute.other().sales().person());
            case HAS_SETTLED_IT -> fixtures.manager(dispute);
            case STANDS_IN_FOR_WHO_SETTLED ->
                standingInFor(fixtures.manager(dispute).person());
            case NONE -> person(Role.MANAGER, Role.DIRECTOR);
        };
    }

    /** Somebody of the same partner who has become one of the vendor's people, too. */
    private static Actor colleague(Actor sales) {
        return new Actor(
                sales.person(),
                sales.name(),
                Set.of(Role.MANAGER, Role.DIRECTOR),
                null,
                null,
                sales.locale(),
                sales.zone());
    }

    private Actor standingInFor(PersonId absent) {
        var substitute = person(Role.MANAGER, Role.DIRECTOR);
        standsInFor(absent, substitute);
        return substitute;
    }

    private void standsInFor(PersonId absent, Actor substitute) {
        var outcome = care.substitute(
                substitute, absent, substitute.person(), Period.of(Duration.ofDays(30), clock.instant()));
        assertThat(outcome).isInstanceOf(Agreed.class);
        substitutions.add(((Agreed) outcome).substitution().id());
    }

    private Actor person(Role... roles) {
        var name = "decider-" + UUID.randomUUID();
        return people.register(
                        NewPerson.ofVendor(name, "Dora Decider", EmailAddress.parse(name + "@vendor.example"), roles))
                .actor();
    }
}
