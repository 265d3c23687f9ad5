package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.DealStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D22, AWS ACE: what each field must be, and no loss without a reason. */
@ProgramTest
class AwsAceTests {

    @Autowired
    ProgramWorld world;

    private static ProgramWorld.Sheet ace() {
        return sheet("aws-ace").with("ownReference", UUID.randomUUID().toString());
    }

    private static String problem(ProgramWorld.Answer answer) {
        assertThat(answer.problems()).hasSize(1);
        return answer.problems().get(0);
    }

    @Test
    void the_description_has_20_to_2000_characters() {
        var seller = world.seller();

        assertThat(problem(world.register(seller, ace().with("need", "x".repeat(19)))))
                .startsWith("What the customer needs: ");
        assertThat(problem(world.register(seller, ace().with("need", "x".repeat(2001)))))
                .startsWith("What the customer needs: ");
        world.register(seller, ace().with("need", "x".repeat(20))).taken();
        world.register(seller, ace().with("need", "x".repeat(2000))).taken();
    }

    @Test
    void it_closes_today_or_later() {
        var seller = world.seller();

        assertThat(problem(world.register(seller, ace().with("expectedClose", "2026-03-01"))))
                .startsWith("Expected to close: ");
        world.register(seller, ace().with("expectedClose", "2026-03-02")).taken();
    }

    @Test
    void any_value_above_nothing_will_do() {
        var seller = world.seller();

        assertThat(problem(world.register(seller, ace().with("amount", "0")))).startsWith("Value: ");
        assertThat(problem(world.register(seller, ace().with("amount", "-1")))).startsWith("Value: ");
        world.register(seller, ace().with("amount", "0.01")).taken();
    }

    @Test
    void the_partners_own_reference_is_asked_for_and_given_once() {
        var seller = world.seller();
        var sheet = ace();
        world.register(seller, sheet).taken();

        assertThat(problem(world.register(seller, sheet.forAnotherCustomer()))).startsWith("Your own reference: ");
        assertThat(problem(world.register(seller, sheet("aws-ace")))).startsWith("Your own reference: ");
        world.register(world.colleagueElsewhere(), sheet.forAnotherCustomer()).taken();
    }

    @Test
    void the_united_states_need_the_state_and_nobody_else_does() {
        var seller = world.seller();

        assertThat(problem(world.register(seller, ace().with("country", "US")))).startsWith("State: ");
        world.register(seller, ace().with("country", "US").with("state", "NY")).taken();
        world.register(seller, ace().with("country", "CA")).taken();
    }

    @Test
    void a_duns_number_has_nine_digits() {
        var seller = world.seller();

        assertThat(problem(world.register(seller, ace().with("duns", "12345678"))))
                .startsWith("D-U-N-S number: ");
        world.register(seller, ace().with("duns", "804735132")).taken();
    }

    @Test
    void nothing_is_lost_without_a_reason() {
        var seller = world.seller();
        var deal = world.register(seller, ace()).taken();

        assertThat(problem(world.act(seller, deal, "lost"))).startsWith("Why it was lost: ");
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.act(seller, deal, "lost", "reason", "COMPETITOR").problems())
                .isEmpty();
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.LOST);
    }
}
