package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of a registration when the reviewer does not just approve it. */
@Journey
class DealReviewJourneyIT {

    @Test
    void what_the_reviewer_misses_is_completed_and_nothing_else_can_be_changed(Visitors visitors) {
        var ben = DealSteps.registered(visitors, "Mittelrhein Klinik", "mittelrhein-klinik.example");
        var marta = DealSteps.take(visitors, "Mittelrhein Klinik");
        marta.key("i").reads("Fields to mend");
        marta.mark("marked", "Contact").mark("marked", "What the customer needs");
        marta.fill("text", "Who decides there?").press("Send").isTold("Your decision counts.");

        ben.waitsUntilIts("Please complete").reads("Who decides there?").follow("Complete the registration");
        ben.reads("Who decides there?");
        assertThat(ben.field("contactName")).isEditable();
        assertThat(ben.field("need")).isEditable();
        assertThat(ben.field("customer")).not().isEditable();
        assertThat(ben.field("amount")).not().isEditable();
        ben.fill("contactName", "Dr. Karin Vogt").press("Send").isTold("Thank you.");

        DealSteps.take(visitors, "Mittelrhein Klinik")
                .reads("Dr. Karin Vogt")
                .key("a")
                .isTold("Your decision counts.");
        ben.waitsUntilIts("Approved").reads("Dr. Karin Vogt");
    }

    @Test
    void a_refusal_says_why_and_what_helps_and_the_deal_can_be_registered_again(Visitors visitors) {
        var ben = DealSteps.registered(visitors, "Ostsee Logistik", "ostsee-logistik.example");
        var marta = DealSteps.take(visitors, "Ostsee Logistik");
        marta.key("r").reads("Reason");
        marta.choose("reason", "Too early")
                .fill("text", "The budget is not known.")
                .press("Send");
        marta.isTold("Your decision counts.");

        ben.waitsUntilIts("Rejected").reads("The budget is not known.");
        ben.reads("It is too early: speak with the customer first, then register it again.");
        assertThat(DealSteps.verdictForPartnerB(visitors, "Ostsee Logistik", "ostsee-logistik.example"))
                .isEqualTo("Free");
        ben.follow("Register again");
        assertThat(ben.field("customer")).hasValue("Ostsee Logistik");
        ben.fill("need", "Replaces a system at the end of its life; the budget of 30,000 is granted.");
        ben.press("Send the registration").isTold("Your deal is registered.");
    }
}
