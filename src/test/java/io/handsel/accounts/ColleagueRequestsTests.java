package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ColleagueOutcome.Answered;
import io.handsel.accounts.ColleagueOutcome.Refused;
import io.handsel.accounts.ColleagueOutcome.Waiting;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
@RecordApplicationEvents
class ColleagueRequestsTests {

    @Autowired
    ColleagueRequests requests;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    PartnerView northwind;
    Actor ann;
    Actor cleo;
    Actor dan;
    Actor admin;
    Actor bob;
    AccountQuestion acme;
    ClaimView claim;

    @BeforeEach
    void ann_has_a_customer_two_colleagues_want() {
        clock.moveTo(MovableClock.START);
        northwind = fixtures.partner("Northwind", "gold");
        ann = fixtures.sales(northwind, "Ann");
        cleo = fixtures.sales(northwind, "Cleo");
        dan = fixtures.sales(northwind, "Dan");
        admin = fixtures.sales(northwind, "Ada");
        people.giveRoles(admin.person(), Set.of(Role.PARTNER_ADMIN));
        admin = people.actor(admin.person());
        bob = fixtures.salesOfNewPartner("Contoso");
        var unique = UUID.randomUUID().toString();
        acme = AccountQuestion.about(CompanyNames.next() + " GmbH", unique + ".de", "DE");
        claim = ((Granted) reservations.reserve(ann, acme)).claim();
    }

    @Test
    void the_answer_to_a_colleague_says_which_claim_to_ask_for() {
        var answer = check.ask(cleo, acme);

        assertThat(answer).isEqualTo(AccountAnswer.colleague("Ann", claim, true));
        assertThat(check.ask(bob, acme).claim()).isNull();
    }

    @Test
    void whoever_joins_has_the_customer_too() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));
        assertThat(requests.waitingFor(ann)).containsExactly(request);
        assertThat(mails(ann)).anyMatch(subject -> subject.startsWith("Cleo asks to join"));

        answered(requests.agree(ann, request.id()), ColleagueAnswer.ACCEPTED);

        assertThat(check.ask(cleo, acme)).isEqualTo(AccountAnswer.until(AccountVerdict.YOURS, claim.until()));
        assertThat(check.ask(ann, acme).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(check.ask(dan, acme).verdict()).isEqualTo(AccountVerdict.COLLEAGUE);
        assertThat(reservations.reserve(cleo, acme)).isInstanceOf(Granted.class);
        assertThat(requests.membersOf(claim.subject())).containsExactly(cleo.person());
        assertThat(requests.joinedBy(cleo.person())).containsExactly(claim.subject());
        assertThat(mails(cleo)).anyMatch(subject -> subject.endsWith("you have joined"));
    }

    @Test
    void whoever_takes_over_has_the_customer_instead() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));

        answered(requests.agree(ann, request.id()), ColleagueAnswer.ACCEPTED);

        assertThat(check.ask(cleo, acme).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(check.ask(ann, acme).colleague()).isEqualTo("Cleo");
        assertThat(events.stream(ClaimTakenOver.class)).singleElement().satisfies(taken -> {
            assertThat(taken.former()).isEqualTo(ann.person());
            assertThat(taken.claim().person()).isEqualTo(cleo.person());
        });
        // Nobody is told what they have just done themselves.
        assertThat(mails(ann)).noneMatch(subject -> subject.endsWith("is with Cleo now"));
    }

    @Test
    void a_refusal_leaves_everything_as_it_is() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));

        answered(requests.decline(ann, request.id()), ColleagueAnswer.DECLINED);

        assertThat(check.ask(cleo, acme).verdict()).isEqualTo(AccountVerdict.COLLEAGUE);
        assertThat(requests.waitingFor(ann)).isEmpty();
        assertThat(requests.askedBy(cleo, 5))
                .singleElement()
                .extracting(ColleagueRequest::answer)
                .isEqualTo(ColleagueAnswer.DECLINED);
        assertThat(mails(cleo)).anyMatch(subject -> subject.endsWith("not handed over"));
    }

    @Test
    void asking_twice_is_one_request_with_the_newer_wish() {
        var first = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));
        var again = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));
        var more = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));

        assertThat(again).isEqualTo(first);
        assertThat(more.id()).isEqualTo(first.id());
        assertThat(requests.waitingFor(ann))
                .singleElement()
                .extracting(ColleagueRequest::wish)
                .isEqualTo(ColleagueWish.TAKE_OVER);
        assertThat(mails(ann)).hasSize(2);
    }

    @Test
    void the_administrator_answers_in_the_colleagues_place_who_is_told() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
        assertThat(requests.waitingFor(admin)).containsExactly(request);

        answered(requests.agree(admin, request.id()), ColleagueAnswer.ACCEPTED);

        assertThat(mails(ann)).anyMatch(subject -> subject.endsWith("is with Cleo now"));
    }

    @Test
    void nobody_answers_their_own_request_nor_that_of_other_colleagues() {
        var own = waiting(requests.ask(admin, claim.id(), ColleagueWish.TAKE_OVER));
        var others = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));

        assertThat(requests.agree(admin, own.id())).isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));
        assertThat(requests.agree(dan, others.id())).isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));
        assertThat(requests.agree(cleo, others.id())).isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));
    }

    @Test
    void another_partner_finds_neither_claim_nor_request() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));

        assertThatThrownBy(() -> requests.ask(bob, claim.id(), ColleagueWish.JOIN))
                .isInstanceOf(ClaimNotFound.class);
        assertThatThrownBy(() -> requests.agree(bob, request.id())).isInstanceOf(ColleagueRequestNotFound.class);
        assertThat(requests.waitingFor(bob)).isEmpty();
    }

    @Test
    void whom_another_partner_has_on_record_answers_nothing_whatever_the_session_says() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));
        var stranger = fixtures.admin(bob);
        var disguised = new Actor(
                stranger.person(),
                stranger.name(),
                stranger.roles(),
                admin.organisation(),
                null,
                stranger.locale(),
                stranger.zone());

        assertThat(requests.agree(disguised, request.id()))
                .isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));
    }

    @Test
    void of_two_who_want_to_take_over_the_second_waits_for_the_first() {
        var first = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
        var second = waiting(requests.ask(dan, claim.id(), ColleagueWish.TAKE_OVER));

        requests.agree(ann, first.id());

        assertThat(requests.waitingFor(ann)).isEmpty();
        assertThat(requests.waitingFor(cleo)).extracting(ColleagueRequest::id).containsExactly(second.id());
        assertThat(mails(cleo)).anyMatch(subject -> subject.startsWith("Dan asks to take"));
        assertThat(requests.agree(ann, second.id())).isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));
        assertThat(requests.agree(admin, first.id())).isEqualTo(new Refused(ColleagueRefusal.ANSWERED_ALREADY));
    }

    @Test
    void what_is_asked_about_a_claim_that_ends_is_answered_by_its_end() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));

        reservations.giveBack(ann, claim.id());

        assertThat(requests.agree(ann, request.id())).isEqualTo(new Refused(ColleagueRefusal.ANSWERED_ALREADY));
        assertThat(requests.askedBy(cleo, 5))
                .singleElement()
                .extracting(ColleagueRequest::answer)
                .isEqualTo(ColleagueAnswer.CLAIM_ENDED);
        assertThat(requests.ask(dan, claim.id(), ColleagueWish.JOIN)).isEqualTo(new Refused(ColleagueRefusal.ENDED));
    }

    @Test
    void a_claim_whose_time_is_up_can_neither_be_asked_for_nor_given_away() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
        clock.moveTo(claim.until());

        assertThat(requests.agree(ann, request.id())).isEqualTo(new Refused(ColleagueRefusal.ANSWERED_ALREADY));
        assertThat(claims.claimOf(claim.subject()).orElseThrow().person()).isEqualTo(ann.person());
        assertThat(requests.ask(dan, claim.id(), ColleagueWish.JOIN)).isEqualTo(new Refused(ColleagueRefusal.ENDED));
    }

    @Test
    void whoever_has_left_answers_nothing_and_is_given_nothing() {
        var request = waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
        people.deactivate(ann.person());
        assertThat(requests.agree(ann, request.id())).isEqualTo(new Refused(ColleagueRefusal.NOT_YOURS_TO_ANSWER));

        people.deactivate(cleo.person());
        assertThat(requests.agree(admin, request.id())).isEqualTo(new Refused(ColleagueRefusal.ASKER_LEFT));
        assertThat(claims.claimOf(claim.subject()).orElseThrow().person()).isEqualTo(ann.person());
    }

    @Test
    void the_customer_of_somebody_who_left_is_asked_of_the_administrator_who_takes_it_at_once() {
        people.deactivate(ann.person());
        var former = fixtures.admin(ann);
        people.deactivate(former.person());
        waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN));
        assertThat(mails(admin)).anyMatch(subject -> subject.startsWith("Cleo asks to join"));
        assertThat(mails(former)).isEmpty();
        assertThat(mails(dan)).isEmpty();

        answered(requests.ask(admin, claim.id(), ColleagueWish.TAKE_OVER), ColleagueAnswer.ACCEPTED);

        assertThat(check.ask(admin, acme).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(requests.waitingFor(admin)).hasSize(1);
        assertThat(mails(admin)).allMatch(subject -> subject.startsWith("Cleo asks to join"));
    }

    @Test
    void what_one_has_already_is_not_asked_for() {
        assertThat(requests.ask(ann, claim.id(), ColleagueWish.TAKE_OVER))
                .isEqualTo(new Refused(ColleagueRefusal.YOURS_ALREADY));
        requests.agree(
                ann, waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN)).id());
        assertThat(requests.ask(cleo, claim.id(), ColleagueWish.JOIN))
                .isEqualTo(new Refused(ColleagueRefusal.YOURS_ALREADY));
        waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
    }

    @Test
    void whoever_shares_a_reservation_shares_the_registration_it_becomes() {
        requests.agree(
                ann, waiting(requests.ask(cleo, claim.id(), ColleagueWish.JOIN)).id());
        var dans = waiting(requests.ask(dan, claim.id(), ColleagueWish.TAKE_OVER));
        waiting(requests.ask(cleo, claim.id(), ColleagueWish.TAKE_OVER));
        var deal = UUID.randomUUID();

        var until = clock.instant().plus(Duration.ofDays(60));
        var hold = (Granted) claims.hold(
                new HoldRequest(northwind.id(), cleo.person(), null, acme, ClaimScope.everything(), deal, until));

        assertThat(hold.claim().person()).isEqualTo(cleo.person());
        assertThat(requests.askedBy(cleo, 5))
                .extracting(ColleagueRequest::answer)
                .containsExactlyInAnyOrder(ColleagueAnswer.ACCEPTED, ColleagueAnswer.NEEDLESS);
        assertThat(requests.membersOf(deal)).containsExactly(ann.person());
        assertThat(requests.waitingFor(cleo)).extracting(ColleagueRequest::id).containsExactly(dans.id());
        answered(requests.agree(cleo, dans.id()), ColleagueAnswer.ACCEPTED);
        assertThat(claims.claimOf(deal).orElseThrow().person()).isEqualTo(dan.person());
        claims.protect(deal, until);
        assertThat(check.ask(ann, acme).verdict()).isEqualTo(AccountVerdict.YOURS);
    }

    private static ColleagueRequest waiting(ColleagueOutcome outcome) {
        assertThat(outcome).isInstanceOf(Waiting.class);
        return ((Waiting) outcome).request();
    }

    private static void answered(ColleagueOutcome outcome, ColleagueAnswer answer) {
        assertThat(outcome).isInstanceOf(Answered.class);
        assertThat(((Answered) outcome).request().answer()).isEqualTo(answer);
    }

    private List<String> mails(Actor to) {
        return jdbc.sql("select subject from outbox_mail where recipient = ?")
                .param(people.get(to.person()).email().address())
                .query(String.class)
                .list();
    }
}
