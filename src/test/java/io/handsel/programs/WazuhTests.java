package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.accounts.AccountOutcome;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.DesignateAccount;
import io.handsel.accounts.Designation;
import io.handsel.accounts.NewAccount;
import io.handsel.deals.DealStatus;
import io.handsel.deals.RejectionReason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D3, Wazuh: name and address; only through the portal; no customers, no talks; 90 days; again if expired. */
@ProgramTest
class WazuhTests {

    @Autowired
    ProgramWorld world;

    @Autowired
    AccountRegister accounts;

    private static ProgramWorld.Sheet wazuh() {
        return sheet("wazuh")
                .with("street", "Hauptstr. 1")
                .with("postcode", "10115")
                .with("city", "Berlin");
    }

    @Test
    void asks_for_the_address_of_the_customer() {
        var seller = world.seller();

        assertThat(world.register(seller, sheet("wazuh")).problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly("Street and number", "Postcode", "City");
        var deal = world.register(seller, wazuh()).taken();
        assertThat(world.details(seller, deal).registration().answers()).containsEntry("street", "Hauptstr. 1");
    }

    @Test
    void is_registered_by_partners_in_the_portal_and_by_nobody_else() {
        var seller = world.seller();

        var answer = world.post("/deals/new?program=wazuh", world.manager(seller), wazuh().fields());

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void is_declined_where_the_company_is_a_customer_already() {
        var seller = world.seller();
        var known = wazuh();
        var account = (AccountOutcome.Registered) accounts.register(
                world.manager(seller),
                NewAccount.company(
                        known.fields().get("customer"),
                        "DE",
                        "Berlin",
                        known.fields().get("website")));
        accounts.designate(
                world.manager(seller),
                account.account().id(),
                new DesignateAccount(Designation.HOUSE, null, "customer", null, LocalDate.of(2026, 1, 1), null));

        var register = world.register(seller, known).taken();
        world.decide(seller, register, "CheckCustomer", "alreadyCustomer", "no", "inTalks", "no");
        var asked = world.register(seller, wazuh()).taken();
        world.decide(seller, asked, "CheckCustomer", "alreadyCustomer", "yes", "inTalks", "no");

        assertThat(List.of(register, asked))
                .extracting(deal -> world.details(seller, deal))
                .allSatisfy(deal -> {
                    assertThat(deal.status()).isEqualTo(DealStatus.REJECTED);
                    assertThat(deal.rejection()).isEqualTo(RejectionReason.EXISTING_CUSTOMER);
                });
    }

    @Test
    void is_declined_where_our_sales_is_in_talks() {
        var seller = world.seller();
        var deal = world.register(seller, wazuh()).taken();

        world.decide(seller, deal, "CheckCustomer", "alreadyCustomer", "no", "inTalks", "yes");

        assertThat(world.details(seller, deal).rejection()).isEqualTo(RejectionReason.DIRECT_SALE_ACTIVE);
    }

    @Test
    void leaves_ninety_days_to_order_and_may_be_submitted_again_and_again() {
        var seller = world.seller();
        var sheet = wazuh();
        var deal = world.register(seller, sheet).taken();

        for (int time = 0; time < 3; time++) {
            world.decide(seller, deal, "CheckCustomer", "alreadyCustomer", "no", "inTalks", "no");
            assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
            assertThat(world.askForExtension(seller, deal).problems()).isNotEmpty();
            world.pass(Duration.ofDays(90));
            assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
            world.pass(Duration.ofDays(1));
            assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.EXPIRED);
            world.resubmit(seller, deal, sheet).taken();
        }
    }
}
