package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Who is told of a new designation, when and how often; and that it cuts nobody short. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class DesignationNoticesTests {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int MANY = 1000;

    @Autowired
    DesignationNotices notices;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountProfiles profiles;

    @Autowired
    DesignationProposals proposals;

    @Autowired
    People people;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor ann;
    Actor bob;
    Actor manager;
    AccountView group;
    AccountView company;
    AccountView site;
    AccountView sister;

    @BeforeEach
    void a_tree_of_which_ann_has_a_part() {
        clock.moveTo(MovableClock.START);
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        manager = fixtures.manager();
        group = account(null);
        company = account(group.id());
        site = account(company.id());
        sister = account(group.id());
        assertThat(reservations.reserve(ann, about(company))).isInstanceOf(Granted.class);
    }

    @Test
    void partners_with_a_claim_on_it_above_it_or_below_it_are_told_thirty_days_before_and_once() {
        designate(site, Designation.HOUSE, TODAY.plusDays(40));
        designate(group, Designation.HOUSE, TODAY.plusDays(40));
        designate(sister, Designation.HOUSE, TODAY.plusDays(40));
        claims.extend(subject(), Instant.parse("2026-12-01T00:00:00Z"));

        clock.advance(Duration.ofDays(9));
        notices.tellPartners(MANY);
        assertThat(mails(ann)).isEmpty();

        clock.advance(Duration.ofDays(1));
        notices.tellPartners(MANY);
        notices.tellPartners(MANY);
        clock.advance(Duration.ofDays(60));
        notices.tellPartners(MANY);

        assertThat(mails(ann))
                .as("of the group above and the site below")
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("From 11 Apr 2026 on", "ourselves", company.name(), "stays yours")
                        .contains("For help there we pay: 5 %.")
                        .doesNotContain("later than we promised", group.name(), site.name(), "Northwind", "Contoso"));
        assertThat(mails(bob)).isEmpty();
    }

    @Test
    void whoever_is_told_late_is_told_so() {
        designate(company, Designation.HOUSE, TODAY.plusDays(29));
        notices.tellPartners(MANY);

        assertThat(mails(ann))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("later than we promised"));
    }

    @Test
    void whoever_comes_to_be_touched_before_it_takes_effect_is_told_too_and_nobody_afterwards() {
        designate(sister, Designation.HOUSE, TODAY.plusDays(20));
        notices.tellPartners(MANY);
        assertThat(reservations.reserve(bob, about(sister))).isInstanceOf(Granted.class);
        notices.tellPartners(MANY);
        notices.tellPartners(MANY);

        assertThat(mails(bob)).hasSize(1);
        clock.advance(Duration.ofDays(21));
        notices.tellPartners(MANY);
        assertThat(jdbc.sql("select count(*) from account_designation where account_id = ? and all_told")
                        .param(sister.id().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_changes_nothing_or_never_takes_effect_is_told_to_nobody() {
        designate(company, Designation.OPEN, TODAY);
        designate(company, Designation.HOUSE, TODAY.plusDays(30));
        designate(company, Designation.OPEN, TODAY.plusDays(30));
        notices.tellPartners(MANY);

        assertThat(mails(ann))
                .as("the later word for the same day says what is so today")
                .isEmpty();
    }

    @Test
    void what_was_told_and_is_taken_back_is_told_too() {
        designate(company, Designation.HOUSE, TODAY.plusDays(30));
        notices.tellPartners(MANY);
        designate(company, Designation.OPEN, TODAY.plusDays(30));
        notices.tellPartners(MANY);

        assertThat(mails(ann)).hasSize(2).last().asString().contains("is open to all partners");
    }

    @Test
    void what_a_person_lays_down_above_it_keeps_the_tables_word_from_being_told() {
        profiles.write(manager, company.id(), new AccountProfile("strategic", null, null, false));
        proposals.apply(manager, proposals.version(), List.of(company.id()));
        designate(group, Designation.OPEN, TODAY.plusDays(1));
        notices.tellPartners(MANY);

        assertThat(mails(ann)).isEmpty();
    }

    @Test
    void whoever_is_given_an_account_and_whoever_loses_it_is_told_by_their_own_mail() {
        var admin = fixtures.admin(bob);
        assign(sister, bob, TODAY.plusDays(30));
        notices.tellPartners(MANY);
        assertThat(mails(admin))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("assigned to you", sister.name()));

        clock.advance(Duration.ofDays(40));
        assign(sister, ann, TODAY.plusDays(70));
        notices.tellPartners(MANY);
        assertThat(mails(admin))
                .hasSize(2)
                .last()
                .satisfies(text ->
                        assertThat(text).contains("given to one named partner").doesNotContain("Northwind"));
    }

    @Test
    void whoever_answers_for_a_house_account_is_told_once_that_it_is_to_be_looked_at_again() {
        register.designate(
                manager,
                company.id(),
                new DesignateAccount(Designation.HOUSE, null, "Agreed", null, TODAY, TODAY.plusDays(5)));
        notices.tellOwners(MANY);
        assertThat(mails(manager)).isEmpty();

        clock.advance(Duration.ofDays(5));
        notices.tellOwners(MANY);
        notices.tellOwners(MANY);
        assertThat(mails(manager))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(company.name(), "7 Mar 2026", "/accounts/" + company.id() + "/review"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HOUSE", "ASSIGNED"})
    void a_new_designation_cuts_no_claim_short(Designation designation) {
        if (designation == Designation.HOUSE) {
            designate(group, designation, TODAY);
        } else {
            assign(group, bob, TODAY);
        }
        var reserved = reservations.reservationsOf(ann, 1).get(0);
        assertThat(reserved.countsAt(clock.instant())).isTrue();

        assertThat(check.ask(ann, about(company)).verdict()).isEqualTo(AccountVerdict.YOURS);
        assertThat(reservations.reserve(ann, about(company))).isEqualTo(new Granted(reserved));
        var later = reserved.until().plus(Duration.ofDays(14));
        assertThat(claims.extend(reserved.subject(), later))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.claim().until()).isEqualTo(later));
        var deal = UUID.randomUUID();
        assertThat(claims.hold(new HoldRequest(
                        AccountCheck.partnerOf(ann),
                        ann.person(),
                        null,
                        about(company),
                        ClaimScope.everything(),
                        deal,
                        later)))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.claim().exclusive()).isTrue());
        assertThat(claims.protect(deal, later.plus(Duration.ofDays(90))))
                .isInstanceOfSatisfying(
                        Granted.class,
                        granted -> assertThat(granted.claim())
                                .satisfies(
                                        claim -> assertThat(claim.exclusive()).isTrue())
                                .satisfies(claim -> assertThat(claim.purpose()).isEqualTo(ClaimPurpose.PROTECTION)));
        assertThat(claims.extend(deal, later.plus(Duration.ofDays(150)))).isInstanceOf(Granted.class);
        assertThat(check.ask(ann, about(sister)).verdict())
                .as("what was not claimed before cannot be any more")
                .isEqualTo(AccountVerdict.valueOf(designation.name()));
    }

    @Test
    void of_a_location_s_customer_hears_nobody_of_another_location() {
        var linz = fixtures.location(ann, "Linz");
        var graz = fixtures.location(ann, "Graz");
        var adminOfAll = fixtures.admin(ann);
        var adminInLinz = fixtures.limited(ann, linz, Role.PARTNER_ADMIN);
        var adminInGraz = fixtures.limited(ann, graz, Role.PARTNER_ADMIN);
        var seller = fixtures.limited(ann, linz, Role.PARTNER_SALES);
        assertThat(reservations.reserve(seller, about(sister))).isInstanceOf(Granted.class);
        fixtures.move(seller, graz);

        designate(sister, Designation.HOUSE, TODAY.plusDays(29));
        notices.tellPartners(MANY);

        assertThat(mails(adminOfAll)).hasSize(1);
        assertThat(mails(adminInLinz))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(sister.name()));
        assertThat(mails(adminInGraz)).isEmpty();
        assertThat(mails(seller)).isEmpty();
    }

    @Test
    void whoever_has_several_customers_is_told_of_those_they_see() {
        var linz = fixtures.location(ann, "Linz");
        var seller = fixtures.limited(ann, linz, Role.PARTNER_SALES);
        assertThat(reservations.reserve(seller, about(sister))).isInstanceOf(Granted.class);

        designate(group, Designation.HOUSE, TODAY.plusDays(29));
        notices.tellPartners(MANY);

        assertThat(mails(seller))
                .singleElement()
                .satisfies(text -> assertThat(text).contains(sister.name()).doesNotContain(company.name()));
    }

    private UUID subject() {
        return reservations.reservationsOf(ann, 1).get(0).subject();
    }

    private AccountView account(@Nullable AccountId parent) {
        var unique = UUID.randomUUID().toString();
        var wanted = NewAccount.company("Acme " + unique, "DE", null, unique + ".de");
        return ((Registered) register.register(
                        manager, parent == null ? wanted : wanted.below(parent, AccountKind.LEGAL_ENTITY)))
                .account();
    }

    private static AccountQuestion about(AccountView account) {
        return AccountQuestion.about(account.name(), null, "DE");
    }

    private void designate(AccountView account, Designation designation, LocalDate from) {
        lay(account, new DesignateAccount(designation, null, "Agreed", "5 %", from, null));
    }

    private void assign(AccountView account, Actor to, LocalDate from) {
        lay(
                account,
                new DesignateAccount(
                        Designation.ASSIGNED, PartnerId.of(to.partner().orElseThrow()), null, null, from, null));
    }

    /** One after the other: of two words for the same day the later one counts. */
    private void lay(AccountView account, DesignateAccount wish) {
        clock.advance(Duration.ofSeconds(1));
        assertThat(register.designate(manager, account.id(), wish)).isEmpty();
    }

    /** Every mail to this person, in the order written. */
    private List<String> mails(Actor actor) {
        return jdbc.sql("select text_body from outbox_mail where recipient = ? order by position")
                .param(people.get(actor.person()).email().address())
                .query(String.class)
                .list();
    }
}
