package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a partner does with a deal once it is registered. */
@Journey
class DealLifeJourneyIT {

    @Test
    void a_withdrawn_deal_leaves_the_customer_to_others(Visitors visitors) {
        var ben = DealSteps.registered(visitors, "Allgäu Molkerei", "allgaeu-molkerei.example");
        assertThat(DealSteps.verdictForPartnerB(visitors, "Allgäu Molkerei", "allgaeu-molkerei.example"))
                .isEqualTo("Reserved");
        ben.follow("Withdraw");
        ben.fill("reason", "The customer has postponed it.").press("Send");
        ben.isTold("The deal is withdrawn").waitsUntilIts("Withdrawn");

        assertThat(DealSteps.verdictForPartnerB(visitors, "Allgäu Molkerei", "allgaeu-molkerei.example"))
                .isEqualTo("Free");
    }

    @Test
    void an_approved_deal_is_kept_up_to_date_and_won(Visitors visitors) {
        var ben = DealSteps.approved(visitors, "Taunus Energie", "taunus-energie.example");
        ben.follow("Tell us how it goes");
        ben.choose("stage", "Proposing").fill("nextStep", "Send the offer").press("Send");
        ben.isTold("Your update is noted.").follow("We won it");
        ben.fill("orderReference", "PO-4711").fill("orderedOn", LocalDate.now().toString());
        ben.fill("amount", "31000").choose("currency", "EUR").press("Send");

        ben.isTold("Congratulations!").waitsUntilIts("Won").reads("PO-4711").reads("€31,000.00");
        assertThat(ben.find("dt:text-is('You have earned') + dd")).hasText(Pattern.compile("€[1-9][0-9,.]* \\(.+\\)"));
    }

    @Test
    void more_time_is_asked_for_and_granted(Visitors visitors) {
        var ben = DealSteps.approved(visitors, "Weser Textil", "weser-textil.example");
        var until = ben.find("dt:text-is('Protected until') + dd").innerText();
        ben.follow("Ask for more time");
        ben.fill("reason", "The customer's board decides in spring.");
        ben.fill("expectedClose", LocalDate.now().plusDays(110).toString()).press("Send");
        ben.isTold("Your request for more time is on its way").reads("being decided");

        DealSteps.take(visitors, "Weser Textil")
                .reads("The customer's board decides in spring.")
                .key("a")
                .isTold("Your decision counts.");

        ben.waitsToRead("granted");
        assertThat(ben.find("dt:text-is('Protected until') + dd")).not().hasText(until);
    }

    @Test
    void a_lost_deal_says_why_and_frees_the_customer(Visitors visitors) {
        var ben = DealSteps.approved(visitors, "Spessart Glas", "spessart-glas.example");
        ben.follow("We lost it");
        ben.choose("reason", "No budget").press("Send");

        ben.isTold("The deal is closed as lost.").waitsUntilIts("Lost").reads("No budget");
        assertThat(DealSteps.verdictForPartnerB(visitors, "Spessart Glas", "spessart-glas.example"))
                .isEqualTo("Free");
    }
}
