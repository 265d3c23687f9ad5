package io.handsel.programs;

import static io.handsel.programs.ProgramWorld.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealStatus;
import io.handsel.deals.FileChoice;
import io.handsel.engine.DueJobs;
import io.handsel.forms.Attachment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Case D4, Cirrus: 90 days from the date of registration, more by joint engagement, the customer may choose in writing. */
@ProgramTest
class CirrusTests {

    private static final Instant NINETIETH_DAY = Instant.parse("2026-05-31T22:00:00Z");

    @Autowired
    ProgramWorld world;

    @Autowired
    CustomersWord word;

    @Autowired
    DealDossiers dossiers;

    @Autowired
    DueJobs jobs;

    private static ProgramWorld.Sheet cirrus() {
        return sheet("cirrus").with("amount", "30000");
    }

    @Test
    void the_ninety_days_begin_with_the_registration_however_late_it_is_approved() {
        var seller = world.seller();
        var deal = world.register(seller, cirrus()).taken();

        world.pass(Duration.ofDays(20));
        world.approve(seller, deal);

        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(NINETIETH_DAY);
        world.itIs(NINETIETH_DAY);
        world.pass(Duration.ofMinutes(2));
        assertThat(world.details(seller, deal).status()).isEqualTo(DealStatus.EXPIRED);
    }

    @Test
    void it_lasts_longer_only_where_all_three_work_together_and_somebody_of_ours_says_so() {
        var seller = world.seller();
        var deal = world.register(seller, cirrus()).taken();
        world.approve(seller, deal);

        assertThat(world.askForExtension(seller, deal).problems()).hasSize(2);
        var asked = world.act(
                seller,
                deal,
                "extension",
                "reason",
                "We have built a prototype with the customer.",
                "expectedClose",
                "2026-12-30",
                "jointMeeting",
                "2026-03-02",
                "jointPerson",
                "Mara Manager");
        assertThat(asked.problems()).isEmpty();
        assertThat(dossiers.find(deal).orElseThrow().extensionReason()).contains("jointPerson: Mara Manager");
        world.pass(Duration.ofDays(30));
        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(NINETIETH_DAY);

        world.approve(seller, deal);
        assertThat(world.details(seller, deal).protectedUntil()).isEqualTo(Instant.parse("2026-08-29T22:00:00Z"));
    }

    @Test
    void the_customers_decision_maker_may_choose_another_partner_in_writing() {
        var first = world.seller();
        var second = world.colleagueElsewhere();
        var sheet = cirrus();
        var held = world.register(first, sheet).taken();
        world.approve(first, held);
        var chosen = world.register(second, sheet).taken();
        assertThat(world.details(second, chosen).status()).isEqualTo(DealStatus.REJECTED);

        var letter = "%PDF-1.7 We choose you.".getBytes(StandardCharsets.UTF_8);
        var filed = word.file(
                second.actor(),
                chosen,
                new FileChoice("Dora Decider", "Chief executive", LocalDate.of(2026, 3, 1), null),
                Map.of(
                        "evidenceFiles",
                        List.of(Attachment.received(
                                "letter.pdf",
                                "application/pdf",
                                letter.length,
                                () -> new ByteArrayInputStream(letter)))));
        assertThat(filed).isInstanceOf(DealOutcome.Done.class);
        jobs.run();
        world.decide(world.territoryManager(), chosen, "ReviewChoice", "decision", "approve");

        assertThat(world.details(second, chosen).status()).isEqualTo(DealStatus.APPROVED);
        assertThat(world.details(first, held).status()).isEqualTo(DealStatus.TRANSFERRED);
    }
}
