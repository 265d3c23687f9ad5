package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealStatus;
import io.handsel.kernel.Money;
import io.handsel.kernel.Percentage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D1, Cisco OIP (2015): partner-hunted, 10,000 USD and more, six months, +14 %, no tender. */
@ProgramTest
class CiscoHuntedTests {

    @Autowired
    ProgramWorld world;

    private static final String PROGRAM = "cisco-oip-2015";

    @Test
    void ten_thousand_dollars_are_enough_in_whatever_currency() {
        var seller = world.seller();
        var sheet = sheet(PROGRAM);

        assertThat(world.register(seller, sheet.with("amount", "9999.99").with("currency", "USD"))
                        .problems())
                .containsExactly("Value: The program takes deals from 10000.00 USD on.");
        assertThat(world.register(seller, sheet.with("amount", "8600")).problems())
                .containsExactly("Value: The program takes deals from 10000.00 USD on.");
        world.register(seller, sheet.with("amount", "10000").with("currency", "USD"))
                .taken();
        world.register(seller, sheet.forAnotherCustomer().with("amount", "8700"))
                .taken();
    }

    @Test
    void is_protected_for_six_months_and_earns_fourteen_per_cent() {
        var seller = world.seller();
        var deal = world.register(seller, sheet(PROGRAM).with("amount", "20000").with("currency", "USD"))
                .taken();
        world.approve(seller, deal);

        var approved = world.details(seller, deal);
        assertThat(approved.status()).isEqualTo(DealStatus.APPROVED);
        assertThat(approved.protectedUntil()).isEqualTo(Instant.parse("2026-09-02T22:00:00Z"));
        assertThat(approved.incentive().percent()).isEqualTo(Percentage.of("14"));
        assertThat(approved.incentive().amount()).isEqualTo(Money.of("2800", "USD"));

        world.itIs(Instant.parse("2026-09-02T21:59:59Z"));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
        world.itIs(Instant.parse("2026-09-02T22:00:00Z"));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.EXPIRED);
    }

    @Test
    void takes_nothing_that_is_put_out_to_tender_and_nothing_the_vendor_found() {
        var seller = world.seller();
        var sheet = sheet(PROGRAM).with("amount", "20000");

        assertThat(world.register(seller, sheet.with("rfp", "true")).problems())
                .containsExactly("The customer has issued an RFP, RFQ or RFI: "
                        + "A deal cannot be registered once the customer has asked publicly for proposals.");
        assertThat(world.register(seller, sheet.with("source", "vendor-lead")).problems())
                .singleElement()
                .asString()
                .startsWith("How you hunted this opportunity: ");
    }
}
