package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountOutcome;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountView;
import io.handsel.accounts.NewAccount;
import io.handsel.deals.DealId;
import io.handsel.deals.DealStatus;
import io.handsel.deals.RejectionReason;
import io.handsel.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D8, NeuVector: company or sub-division, not contacted for six months, a contact near the purse, six months. */
@ProgramTest
class NeuVectorTests {

    @Autowired
    ProgramWorld world;

    @Autowired
    AccountRegister accounts;

    private static ProgramWorld.Sheet neuvector() {
        return sheet("neuvector").with("level", "company").with("authority", "may-buy");
    }

    @Test
    void asks_for_the_level_and_for_a_contact_who_may_buy_or_reports_to_who_may() {
        var seller = world.seller();

        assertThat(world.register(seller, sheet("neuvector")).problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("The project is for", "The contact");
        assertThat(world.register(seller, neuvector().with("level", "sub-division"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("Sub-division: ");
        assertThat(world.register(seller, neuvector().with("authority", "none")).problems())
                .singleElement()
                .asString()
                .startsWith("The contact: ");
        world.register(seller, neuvector().with("authority", "reports-to-buyer"))
                .taken();
    }

    @Test
    void two_partners_may_have_two_sub_divisions_of_one_company_but_not_the_same_one() {
        var first = world.seller();
        var second = world.colleagueElsewhere();
        var company = neuvector();
        var manager = world.manager(first);
        var customer = NewAccount.company(
                company.fields().get("customer"),
                "DE",
                "Berlin",
                company.fields().get("website"));
        var group = ((AccountOutcome.Registered) accounts.register(manager, customer)).account();
        var research = division(manager, group, "Research");
        var logistics = division(manager, group, "Logistics");

        var mine = take(first, company.with("duns", research));
        var theirs = take(second, company.with("duns", logistics));
        var late = world.register(second, company.with("duns", research)).taken();

        assertThat(world.details(first, mine).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(second, theirs).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(second, late).rejection()).isEqualTo(RejectionReason.DUPLICATE);
    }

    @Test
    void is_declined_where_our_sales_has_been_within_six_months() {
        var seller = world.seller();
        var deal = world.register(seller, neuvector()).taken();

        world.decide(seller, deal, "CheckCustomer", "contacted", "yes");

        assertThat(world.details(seller, deal).rejection()).isEqualTo(RejectionReason.DIRECT_SALE_ACTIVE);
    }

    @Test
    void is_protected_for_six_months_from_approval_and_longer_only_if_asked_before_the_end() {
        var seller = world.seller();
        var extended = world.register(seller, neuvector()).taken();
        var forgotten = world.register(seller, neuvector()).taken();
        world.pass(Duration.ofDays(1));
        world.decide(seller, extended, "CheckCustomer", "contacted", "no");
        world.decide(seller, forgotten, "CheckCustomer", "contacted", "no");
        var end = Instant.parse("2026-09-03T22:00:00Z");
        assertThat(world.details(seller, extended).protectedUntil()).isEqualTo(end);

        world.itIs(end.minusSeconds(1));
        assertThat(world.askForExtension(seller, extended).problems()).isEmpty();
        world.approve(seller, extended);
        world.itIs(end);

        assertThat(world.details(seller, extended).protectedUntil()).isAfter(end);
        assertThat(world.details(seller, extended).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(seller, forgotten).status()).isEqualTo(DealStatus.EXPIRED);
        assertThat(world.askForExtension(seller, forgotten).problems()).isNotEmpty();
    }

    private DealId take(ProgramWorld.Seller seller, ProgramWorld.Sheet sheet) {
        var deal = world.register(seller, sheet.with("level", "sub-division").with("subDivision", "One of them"))
                .taken();
        world.decide(seller, deal, "CheckCustomer", "contacted", "no");
        return deal;
    }

    /** The D-U-N-S number of a new department. */
    private String division(Actor manager, AccountView company, String name) {
        var duns = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        var department = NewAccount.company(company.name() + " " + name, "DE", "Berlin", null)
                .below(company.id(), AccountKind.DEPARTMENT)
                .identifiedBy(duns, null);
        assertThat(accounts.register(manager, department)).isInstanceOf(AccountOutcome.Registered.class);
        return duns;
    }
}
