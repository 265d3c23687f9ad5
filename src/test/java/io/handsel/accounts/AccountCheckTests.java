package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.net.IDN;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class AccountCheckTests {

    @Autowired
    AccountCheck check;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor ann;
    Actor bob;
    Actor manager;
    String mark;

    /** What the customers of a test are called: nobody else's customer is called anything like it. */
    final Map<String, String> customers = new HashMap<>();

    @BeforeEach
    void two_partners_and_a_manager() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        manager = fixtures.manager();
        mark = CompanyNames.mark();
    }

    @Test
    void a_claimed_customer_is_free_to_nobody_however_its_identifiers_are_typed() {
        var vat = AccountFixtures.germanVat();
        var number = String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
        var known = new AccountQuestion(mark, "bücher-" + mark + ".de", "DE", null, null, null, number, "DE" + vat);
        assertThat(reservations.reserve(ann, known)).isInstanceOf(Granted.class);
        var spaced = number.replaceAll("(...)", "$1\u00a0");
        var wide = vat.replaceAll("(.)", "$1 ").chars().map(sign -> sign == ' ' ? sign : sign + 0xfee0);
        var wideVat = wide.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

        for (var question : List.of(
                new AccountQuestion("Other", null, "FR", "Paris", null, null, null, "D-U-N-S no. " + spaced),
                new AccountQuestion("Other", null, "FR", "Paris", null, null, null, "VAT no. " + wideVat),
                new AccountQuestion("Other", null, null, null, null, null, "ust-idnr. de" + vat, null),
                AccountQuestion.about("Other", "Sales <info@shop.BÜCHER-" + mark + ".DE>", "US"),
                AccountQuestion.about(
                        "Other", "https://www." + IDN.toASCII("bücher-" + mark + ".de") + ":443/#x", null))) {
            assertThat(check.ask(bob, question).verdict()).as("%s", question).isEqualTo(AccountVerdict.RESERVED);
        }
    }

    @Test
    void the_sixty_first_question_within_an_hour_is_refused_until_the_first_one_is_an_hour_old() {
        for (int count = 0; count < 60; count++) {
            assertThat(check.ask(ann, named("Customer " + count)).verdict()).isEqualTo(AccountVerdict.FREE);
            // From the thirtieth on, questions have to wait.
            clock.advance(Duration.ofSeconds(count < 29 ? 1 : 60));
        }

        var again = MovableClock.START.plus(Duration.ofHours(1));
        assertThat(check.ask(ann, named("One more")))
                .isEqualTo(AccountAnswer.until(AccountVerdict.TOO_MANY_QUESTIONS, again));
        assertThat(reservations.reserve(ann, named("One more")))
                .isEqualTo(Refused.until(ClaimRefusal.TOO_MANY_QUESTIONS, again));
        assertThat(check.ask(bob, named("One more")).verdict()).isEqualTo(AccountVerdict.FREE);

        clock.moveTo(again);
        assertThat(check.ask(ann, named("One more")).verdict()).isEqualTo(AccountVerdict.FREE);
    }

    @Test
    void asking_the_same_again_is_no_new_question() {
        for (int count = 0; count < 70; count++) {
            assertThat(check.ask(ann, named("Customer")).verdict()).isEqualTo(AccountVerdict.FREE);
        }
    }

    @Test
    void colleagues_share_the_questions_of_their_partner() {
        var cleo = new Actor(bob.person(), bob.name(), bob.roles(), ann.organisation(), null, bob.locale(), bob.zone());
        for (int count = 0; count < 60; count++) {
            check.ask(count % 2 == 0 ? ann : cleo, named("Customer " + count));
            clock.advance(Duration.ofSeconds(count < 29 ? 1 : 60));
        }

        assertThat(check.ask(cleo, named("One more")).verdict()).isEqualTo(AccountVerdict.TOO_MANY_QUESTIONS);
    }

    @Test
    void every_question_is_logged_with_its_answer() {
        check.ask(ann, named("Customer"));

        assertThat(jdbc.sql("select verdict from account_question where person_id = ? and question like ?")
                        .params(ann.person().id(), "%" + customers.get("Customer") + "%")
                        .query(String.class)
                        .list())
                .containsExactly("FREE");
    }

    @Test
    void a_claim_covers_what_lies_below_and_asks_for_a_look_from_above() {
        var group = node(null, AccountKind.GROUP);
        var company = node(group.id(), AccountKind.LEGAL_ENTITY);
        var site = node(company.id(), AccountKind.SITE);
        var sister = node(group.id(), AccountKind.LEGAL_ENTITY);
        assertThat(reservations.reserve(ann, about(company))).isInstanceOf(Granted.class);

        assertThat(check.ask(bob, about(company)).verdict()).isEqualTo(AccountVerdict.RESERVED);
        assertThat(check.ask(bob, about(site)).verdict()).isEqualTo(AccountVerdict.RESERVED);
        assertThat(check.ask(bob, about(group)).verdict()).isEqualTo(AccountVerdict.NEEDS_REVIEW);
        assertThat(check.ask(bob, about(sister)).verdict()).isEqualTo(AccountVerdict.FREE);
        assertThat(check.ask(ann, about(site)).verdict()).isEqualTo(AccountVerdict.YOURS);
    }

    @Test
    void a_reviewed_claim_from_above_leaves_the_part_to_whoever_has_it() {
        var group = node(null, AccountKind.GROUP);
        var company = node(group.id(), AccountKind.LEGAL_ENTITY);
        reservations.reserve(ann, about(company));
        var deal = UUID.randomUUID();
        var partner = PartnerId.of(bob.partner().orElseThrow());

        claims.hold(new HoldRequest(
                partner,
                bob.person(),
                null,
                about(group),
                ClaimScope.everything(),
                deal,
                clock.instant().plus(Duration.ofDays(9))));

        assertThat(check.inspect(partner, about(group), ClaimScope.everything()).overlapping())
                .hasSize(1);
        var outcome = claims.protect(deal, clock.instant().plus(Duration.ofDays(90)));
        assertThat(((Granted) outcome).claim().exclusive()).isFalse();
        // A third partner meets a submission that waits, or the claim below: a person must look.
        var third = fixtures.salesOfNewPartner("Fabrikam");
        assertThat(check.ask(third, about(group)).verdict()).isEqualTo(AccountVerdict.NEEDS_REVIEW);
        assertThat(check.ask(third, about(company)).verdict()).isEqualTo(AccountVerdict.RESERVED);
    }

    @Test
    void house_and_assigned_accounts_are_said_below_the_node_too_and_from_their_day_on() {
        var group = node(null, AccountKind.GROUP);
        var company = node(group.id(), AccountKind.LEGAL_ENTITY);
        var tomorrow = LocalDate.of(2026, 3, 3);
        assertThat(register.designate(
                        manager,
                        group.id(),
                        new DesignateAccount(Designation.HOUSE, null, "Key account", "5 %", tomorrow, null)))
                .isEmpty();
        assertThat(check.ask(bob, about(company)).verdict()).isEqualTo(AccountVerdict.FREE);

        clock.advance(Duration.ofDays(1));
        assertThat(check.ask(bob, about(company)))
                .isEqualTo(AccountAnswer.house("5 %").withParts(true));
        assertThat(reservations.reserve(bob, about(company))).isEqualTo(Refused.because(ClaimRefusal.HOUSE));

        register.designate(
                manager,
                company.id(),
                new DesignateAccount(
                        Designation.ASSIGNED, PartnerId.of(ann.partner().orElseThrow()), null, null, tomorrow, null));
        assertThat(check.ask(bob, about(company)).verdict()).isEqualTo(AccountVerdict.ASSIGNED);
        assertThat(check.ask(ann, about(company)).verdict()).isEqualTo(AccountVerdict.FREE);
        assertThat(reservations.reserve(ann, about(company))).isInstanceOf(Granted.class);
    }

    @Test
    void a_known_number_or_domain_is_never_answered_free() {
        var duns = AccountFixtures.germanVat();
        var domain = mark + ".com";
        var account = ((Registered) register.register(
                        manager,
                        NewAccount.company("Known " + mark, "DE", "Bonn", domain)
                                .identifiedBy(duns, "DE" + duns)))
                .account();
        reservations.reserve(ann, new AccountQuestion(null, null, null, null, null, null, duns, null));

        assertThat(check.ask(bob, AccountQuestion.about(null, "www." + domain, null))
                        .verdict())
                .isEqualTo(AccountVerdict.RESERVED);
        assertThat(check.ask(bob, new AccountQuestion(null, null, "DE", null, null, null, null, duns))
                        .verdict())
                .isEqualTo(AccountVerdict.RESERVED);
        assertThat(check.ask(bob, AccountQuestion.about("Wholly Other " + mark, domain, "DE"))
                        .verdict())
                .isEqualTo(AccountVerdict.RESERVED);
        assertThat(register.details(account.id()).claims()).hasSize(1);
    }

    @Test
    void what_is_typed_on_the_way_to_a_question_counts_as_that_question() {
        for (int count = 0; count < 20; count++) {
            clock.advance(Duration.ofSeconds(30));
            var name = "Typed " + UUID.randomUUID();
            for (int letters : List.of(20, 30, 36, name.length())) {
                clock.advance(Duration.ofMillis(300));
                check.ask(bob, typed(name.substring(0, letters)));
            }
        }

        assertThat(counted(bob)).isEqualTo(20);
    }

    @Test
    void typing_leads_to_no_other_customer_unseen() {
        check.ask(bob, typed("Harbour"));

        // Neither another word, nor fewer letters, nor another field goes on from what was typed, nor what comes late.
        check.ask(bob, typed("Harvest"));
        check.ask(bob, AccountQuestion.about("Har", null, "DE"));
        check.ask(bob, typed("Har"));
        clock.advance(Duration.ofSeconds(11));
        check.ask(bob, typed("Har of the north"));

        assertThat(counted(bob)).isEqualTo(5);
    }

    @Test
    void whoever_types_in_very_many_steps_is_asking() {
        var name = "Abcdefghijklmnopqrstuvwxyz";
        for (int letters = 3; letters <= 11; letters++) {
            check.ask(bob, typed(name.substring(0, letters)));
        }
        assertThat(counted(bob)).isEqualTo(1);

        check.ask(bob, typed(name.substring(0, 12)));
        check.ask(bob, typed(name.substring(0, 13)));

        assertThat(counted(bob)).isEqualTo(3);
    }

    private static AccountQuestion typed(String name) {
        return AccountQuestion.about(name, null, null);
    }

    private int counted(Actor actor) {
        return jdbc.sql("select count(*) from account_question where person_id = ? and counted")
                .param(actor.person().id())
                .query(Integer.class)
                .single();
    }

    private AccountQuestion named(String name) {
        return AccountQuestion.about(customers.computeIfAbsent(name, unknown -> CompanyNames.next()), null, "DE");
    }

    private AccountView node(AccountId parent, AccountKind kind) {
        var duns = duns();
        var wanted = NewAccount.company(duns, "DE", null, null).identifiedBy(duns, null);
        return ((Registered) register.register(manager, parent == null ? wanted : wanted.below(parent, kind)))
                .account();
    }

    private static String duns() {
        return String.format("%09d", ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    /** The fixture names an account by its number. */
    private static AccountQuestion about(AccountView account) {
        return new AccountQuestion(null, null, null, null, null, null, account.name(), null);
    }
}
