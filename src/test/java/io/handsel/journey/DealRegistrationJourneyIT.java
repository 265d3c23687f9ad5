package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The product's main job: a partner registers a deal, a manager decides, the customer is protected. */
@Journey
class DealRegistrationJourneyIT {

    /** What partner A and its people are called: nobody else may read it. */
    private static final List<String> NAMES_OF_A =
            List.of("Adler", "Anna", "Ben Arnold", "Arnold", "partner-a", "HD-20");

    @Test
    void a_registered_deal_is_approved_and_the_other_partner_learns_only_that_the_customer_is_reserved(
            Visitors visitors) throws IOException {
        var ben = visitors.signedIn("partner-a-sales").open("/accounts/check");
        ben.find("#name").pressSequentially("Hafenwerk Rostock");
        ben.find("#domain").pressSequentially("hafenwerk.example");
        assertThat(ben.find("#answer .status")).hasText("Free");
        ben.follow("Register this deal");

        assertThat(ben.field("customer")).hasValue("Hafenwerk Rostock");
        DealSteps.fillIn(ben);
        ben.reads("Saved as a draft").reload();
        assertThat(ben.field("website")).hasValue("hafenwerk.example");
        assertThat(ben.field("need")).hasValue(Pattern.compile("Replaces .*"));

        ben.press("Who decides, and by when?");
        ben.reads("If you send it now").reads("The partner manager of the territory decides.");
        ben.reads("You have a first answer by");
        ben.press("Send the registration");
        ben.isTold("Your deal is registered.").reads("The signed receipt proves it.");
        verifyReceipt(visitors, ben);

        var marta = DealSteps.take(visitors, "Hafenwerk Rostock");
        marta.reads("hafenwerk.example").key("a").isTold("Your decision counts.");

        ben.waitsUntilIts("Approved").reads("Protected until").reads("You earn when won");
        assertThat(ben.find("main .clock time").first()).hasAttribute("datetime", Pattern.compile("20\\d\\d-.*"));

        var bea = visitors.signedIn("partner-b-sales").open("/accounts/check");
        bea.find("#name").fill("Hafenwerk Rostock");
        bea.find("#domain").fill("hafenwerk.example");
        assertThat(bea.find("#answer .status")).hasText("Reserved");
        assertThat(bea.page().content()).doesNotContain(NAMES_OF_A);
        assertThat(bea.find("#answer").innerText()).doesNotContain("Register this deal", "Reserve for");
    }

    @Test
    void a_colleague_takes_a_customer_over_in_two_clicks(Visitors visitors) {
        var ben = visitors.signedIn("partner-a-sales").open("/accounts/check");
        ben.find("#name").fill("Deichbau Husum");
        ben.find("#domain").fill("deichbau.example");
        assertThat(ben.find("#answer .status")).hasText("Free");
        ben.find("#answer form[action*=reserve] button").click();
        ben.isTold("Reserved.");

        var anna = visitors.signedIn("partner-a-admin").open("/accounts/check?name=Deichbau+Husum");
        assertThat(anna.find("#answer .status")).hasText("With a colleague");
        anna.press("Ask to take over").isTold("Your colleague has been asked.");
        ben.open("/home").reads("Anna Adler asks to take Deichbau Husum over.");
        ben.press("Yes").isTold("Agreed.");

        anna.open("/accounts/check?name=Deichbau+Husum");
        assertThat(anna.find("#answer .status")).hasText("Yours");
        var bea = visitors.signedIn("partner-b-sales").open("/accounts/check?name=Deichbau+Husum");
        assertThat(bea.find("#answer .status")).hasText("Reserved");
        assertThat(bea.page().content()).doesNotContain(NAMES_OF_A);
    }

    private static void verifyReceipt(Visitors visitors, Visitor owner) throws IOException {
        var file = owner.page().waitForDownload(() -> owner.follow("Save the receipt"));
        var stranger = visitors.anybody().open("/receipts");
        stranger.find("#receipt").fill(Files.readString(file.path()));
        stranger.press("Verify").reads("Genuine");
        assertThat(stranger.page().content()).doesNotContain("Adler", "Hafenwerk");
        assertThat(stranger.find("main .facts dd").first()).hasText(Pattern.compile("HD-\\d{4}-\\d+"));
        Locator receipt = stranger.find("#receipt");
        receipt.fill(receipt.inputValue().replaceFirst("HD-20", "HD-21"));
        stranger.press("Verify").reads("we did not sign it");
    }
}
