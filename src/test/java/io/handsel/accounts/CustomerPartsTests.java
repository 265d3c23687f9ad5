package io.handsel.accounts;

import static io.handsel.accounts.CustomerPart.DEPARTMENT;
import static io.handsel.accounts.CustomerPart.SITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Which part of a customer is meant, and what the overlap table makes of every pair of parts. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
@RecordApplicationEvents
class CustomerPartsTests {

    @Autowired
    AccountCheck check;

    @Autowired
    AccountClaims claims;

    @Autowired
    AccountReservations reservations;

    @Autowired
    ClaimTrees trees;

    @Autowired
    AccountRegister register;

    @Autowired
    AccountTree tree;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    Actor manager;
    Actor ann;
    Actor bob;
    Actor cleo;
    String word;
    AccountView group;
    AccountView company;
    AccountView sister;
    AccountQuestion acme;

    @BeforeEach
    void a_group_with_two_companies_and_what_the_vendor_knows_of_them() {
        clock.moveTo(MovableClock.START);
        manager = fixtures.manager();
        ann = fixtures.salesOfNewPartner("Northwind");
        bob = fixtures.salesOfNewPartner("Contoso");
        cleo = fixtures.salesOfNewPartner("Fabrikam");
        word = "q" + UUID.randomUUID().toString().replace("-", "");
        group = account(null, AccountKind.GROUP, word + " Holding", null);
        company = account(group.id(), AccountKind.LEGAL_ENTITY, word + " Steel GmbH", word + ".de");
        sister = account(group.id(), AccountKind.LEGAL_ENTITY, word + " Paper GmbH", null);
        account(company.id(), AccountKind.SITE, "Hamburg works", null);
        acme = AccountQuestion.about(null, word + ".de", "DE");
    }

    @ParameterizedTest
    @CsvSource({
        "GROUP,              RESERVED,     RESERVED,     RESERVED, RESERVED, RESERVED",
        "COMPANY,            NEEDS_REVIEW, RESERVED,     RESERVED, RESERVED, RESERVED",
        "SITE Hamburg,       NEEDS_REVIEW, NEEDS_REVIEW, RESERVED, FREE,     FREE",
        "SITE Munich,        NEEDS_REVIEW, NEEDS_REVIEW, FREE,     RESERVED, FREE",
        "DEPARTMENT Physics, NEEDS_REVIEW, NEEDS_REVIEW, FREE,     FREE,     RESERVED"
    })
    void another_partners_claim_on_one_part_answers_for_every_part(
            String held,
            AccountVerdict ofGroup,
            AccountVerdict ofCompany,
            AccountVerdict ofHamburg,
            AccountVerdict ofMunich,
            AccountVerdict ofPhysics) {
        granted(reservations.reserve(bob, part(held)));

        assertThat(verdict(ann, "GROUP")).isEqualTo(ofGroup);
        assertThat(verdict(ann, "COMPANY")).isEqualTo(ofCompany);
        assertThat(verdict(ann, "SITE Hamburg")).isEqualTo(ofHamburg);
        assertThat(verdict(ann, "SITE Munich")).isEqualTo(ofMunich);
        assertThat(verdict(ann, "DEPARTMENT Physics")).isEqualTo(ofPhysics);
        for (var wanted : List.of("GROUP", "COMPANY", "SITE Hamburg", "SITE Munich", "DEPARTMENT Physics")) {
            // The grant says what the answer said.
            var verdict = verdict(cleo, wanted);
            assertThat(reservations.reserve(cleo, part(wanted)) instanceof Granted)
                    .as(wanted)
                    .isEqualTo(verdict == AccountVerdict.FREE);
            reservations.reservationsOf(cleo, 5).forEach(own -> claims.release(own.subject(), ClaimEnd.RELEASED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HOUSE,    HOUSE,    HOUSE,    HOUSE",
        "ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED",
        "OPEN,     FREE,     FREE,     FREE"
    })
    void what_is_laid_down_for_a_company_holds_for_its_parts(
            Designation designation, AccountVerdict ofCompany, AccountVerdict ofSite, AccountVerdict ofDepartment) {
        var today = LocalDate.parse("2026-03-01");
        var partner = designation == Designation.ASSIGNED ? partner(bob) : null;
        assertThat(register.designate(
                        manager,
                        company.id(),
                        new DesignateAccount(designation, partner, "Ours", null, today, null, null)))
                .isEmpty();

        assertThat(verdict(ann, "COMPANY")).isEqualTo(ofCompany);
        assertThat(verdict(ann, "SITE Hamburg")).isEqualTo(ofSite);
        assertThat(verdict(ann, "SITE Nowhere yet")).isEqualTo(ofSite);
        assertThat(verdict(ann, "DEPARTMENT Physics")).isEqualTo(ofDepartment);
    }

    @Test
    void a_claim_that_waits_for_a_reviewer_lets_every_part_of_it_wait() {
        granted(reservations.reserve(cleo, part("SITE Munich")));
        var waiting = granted(claims.hold(new HoldRequest(
                partner(bob),
                bob.person(),
                null,
                part("COMPANY"),
                ClaimScope.everything(),
                UUID.randomUUID(),
                clock.instant().plus(Duration.ofDays(60)))));
        assertThat(waiting.exclusive()).isFalse();

        for (var wanted : List.of("GROUP", "COMPANY", "SITE Hamburg", "DEPARTMENT Physics")) {
            assertThat(verdict(ann, wanted)).as(wanted).isEqualTo(AccountVerdict.NEEDS_REVIEW);
        }
    }

    @Test
    void the_whole_group_is_its_root_and_a_sister_of_a_company_is_free() {
        assertThat(granted(reservations.reserve(bob, part("COMPANY"))).account())
                .isEqualTo(company.id());
        assertThat(check.ask(ann, AccountQuestion.about(sister.name(), null, null))
                        .verdict())
                .isEqualTo(AccountVerdict.FREE);
        claims.release(reservations.reservationsOf(bob, 1).get(0).subject(), ClaimEnd.RELEASED);
        assertThat(granted(reservations.reserve(ann, part("GROUP"))).account()).isEqualTo(group.id());
        assertThat(check.ask(bob, AccountQuestion.about(sister.name(), null, null))
                        .verdict())
                .isEqualTo(AccountVerdict.RESERVED);
    }

    @Test
    void a_site_goes_by_its_name_or_its_city_and_is_made_below_the_company_only_when_it_is_granted() {
        var before = tree.picture(company.id()).nodes().size();
        assertThat(granted(reservations.reserve(ann, part("SITE hamburg"))).account())
                .isEqualTo(nodes("Hamburg works").get(0).id());

        verdict(bob, "SITE Munich");
        assertThat(tree.picture(company.id()).nodes()).hasSize(before);

        var munich = granted(reservations.reserve(bob, part("SITE Munich"))).account();
        var made = register.get(munich);
        assertThat(made.parent()).isEqualTo(company.id());
        assertThat(made.kind()).isEqualTo(AccountKind.SITE);
        assertThat(granted(reservations.reserve(bob, part("SITE The Munich office")))
                        .account())
                .isEqualTo(munich);
        assertThat(tree.picture(company.id()).nodes()).hasSize(before + 1);
    }

    @Test
    void a_part_that_resembles_another_one_needs_a_look() {
        granted(reservations.reserve(bob, part("SITE Hamburg")));

        assertThat(verdict(ann, "SITE Hamburg harbour")).isEqualTo(AccountVerdict.NEEDS_REVIEW);
        assertThat(reservations.reserve(ann, part("SITE Hamburg harbour")))
                .isEqualTo(Refused.because(ClaimRefusal.NEEDS_REVIEW));
        // The reviewer can choose between the part and the whole.
        assertThat(check.inspect(partner(ann), part("SITE Hamburg harbour"), ClaimScope.everything())
                        .matches())
                .extracting(AccountMatch::account)
                .containsExactly(nodes("Hamburg works").get(0).id(), company.id());
    }

    @Test
    void a_site_without_a_name_is_the_whole_company() {
        granted(reservations.reserve(bob, part("SITE Munich")));

        assertThat(check.ask(ann, acme.within(SITE, " ")).verdict()).isEqualTo(AccountVerdict.NEEDS_REVIEW);
    }

    @Test
    void whether_there_are_several_parts_says_nothing_of_what_other_partners_named() {
        var alone = "s" + word;
        account(null, AccountKind.LEGAL_ENTITY, alone + " GmbH", alone + ".de");
        var single = AccountQuestion.about(null, alone + ".de", "DE");
        assertThat(check.ask(ann, acme).severalParts()).isTrue();
        assertThat(check.hasToldOfParts(ann, acme)).isTrue();
        assertThat(check.ask(ann, single).severalParts()).isFalse();

        granted(reservations.reserve(bob, single.within(DEPARTMENT, "Physics")));

        assertThat(check.ask(ann, single).severalParts()).isFalse();
        assertThat(check.hasToldOfParts(ann, single)).isFalse();
        assertThat(check.ask(bob, single).severalParts()).isTrue();
        assertThat(check.hasToldOfParts(bob, acme)).isFalse();
    }

    @Test
    void a_reviewer_sees_what_is_wanted_and_who_has_what_of_it() {
        granted(reservations.reserve(bob, part("SITE Munich")));
        granted(reservations.reserve(cleo, AccountQuestion.about(sister.name(), null, null)));

        var drawing = trees.of(partner(ann), UUID.randomUUID(), part("COMPANY"), ClaimScope.everything());

        var root = drawing.roots().get(0);
        assertThat(root.name()).isEqualTo(group.name());
        assertThat(root.wanted()).isFalse();
        assertThat(root.children()).extracting(ClaimTree.Node::name).containsExactly(sister.name(), company.name());
        var meant = root.children().get(1);
        assertThat(meant.wanted()).isTrue();
        assertThat(meant.children().stream().flatMap(node -> node.marks().stream()))
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.kind()).isEqualTo(ClaimTree.MarkKind.IN_THE_WAY);
                    assertThat(mark.partner()).isEqualTo("Contoso");
                });
        assertThat(root.children().get(0).marks())
                .singleElement()
                .extracting(ClaimTree.Mark::kind)
                .isEqualTo(ClaimTree.MarkKind.ELSEWHERE);
    }

    @Test
    void a_part_that_is_not_written_down_yet_has_its_place_in_the_drawing() {
        var drawing = trees.of(partner(ann), UUID.randomUUID(), part("SITE Munich"), ClaimScope.everything());

        var steel = drawing.roots().get(0).children().get(1);
        assertThat(steel.children())
                .filteredOn(ClaimTree.Node::wanted)
                .singleElement()
                .satisfies(node -> assertThat(node.name()).endsWith(", Munich"));
        assertThat(tree.picture(company.id()).nodes())
                .noneMatch(node -> node.account().name().endsWith("Munich"));
    }

    private AccountVerdict verdict(Actor actor, String wanted) {
        return check.ask(actor, part(wanted)).verdict();
    }

    /** "SITE Hamburg" as a question about the company. */
    private AccountQuestion part(String wanted) {
        var words = wanted.split(" ", 2);
        return acme.within(CustomerPart.valueOf(words[0]), words.length > 1 ? words[1] : null);
    }

    private List<AccountView> nodes(String name) {
        return tree.picture(company.id()).nodes().stream()
                .map(TreePicture.Node::account)
                .filter(node -> node.name().equals(name))
                .toList();
    }

    private AccountView account(@Nullable AccountId parent, AccountKind kind, String name, @Nullable String domain) {
        var wanted = AccountFixtures.wanted(parent, kind, name, domain);
        return ((Registered) register.register(manager, wanted)).account();
    }

    private static PartnerId partner(Actor actor) {
        return PartnerId.of(actor.organisation());
    }

    private static ClaimView granted(ClaimOutcome outcome) {
        assertThat(outcome).isInstanceOf(Granted.class);
        return ((Granted) outcome).claim();
    }
}
