package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.handsel.engine.ModelDeployment;
import io.handsel.programs.ProgramModels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Three programs of other vendors, each made of rows and forms alone, walked in browsers: Cirrus (D4), Nightfall (D6) and
 * Yandex Cloud (D15).
 */
@Journey
class RealProgramsJourneyIT {

    private static boolean published;

    @BeforeEach
    void a_designer_publishes_them(@Autowired ModelDeployment models) {
        if (!published) {
            ProgramModels.with("cirrus", "nightfall", "yandex-cloud")
                    .forEach((module, files) -> models.publish(module, files).orElseThrow());
            published = true;
        }
    }

    @Test
    void cirrus_nightfall_and_yandex_cloud(Visitors visitors) {
        theCustomerChoosesInWriting(visitors);
        onlyWhatIsCompleteIsApproved(visitors);
        thereAreSixtyDaysToCreateTheCustomer(visitors);
    }

    /** D4: 90 days from the registration; the customer's decision maker chooses the other partner in writing. */
    private void theCustomerChoosesInWriting(Visitors visitors) {
        var ben = registered(visitors, "partner-a-sales", "cirrus", "Wolkenbruch Werke", "wolkenbruch-werke.example");
        DealSteps.take(visitors, "Wolkenbruch Werke").key("a").isTold("Your decision counts.");
        ben.waitsUntilIts("Approved");
        assertThat(ben.find("main").innerText()).containsPattern("(89|90|91) days left");
        var held = ben.page().url();
        ben.follow("Ask for more time").reads("Customer, partner and vendor met on");

        var bea = registered(visitors, "partner-b-sales", "cirrus", "Wolkenbruch Werke", "wolkenbruch-werke.example");
        bea.waitsUntilIts("Rejected").follow("The customer has chosen us");
        bea.fill("contactName", "Dora Decider")
                .fill("chosenOn", LocalDate.now().minusDays(1).toString());
        bea.find("input[type=file]").setInputFiles(letter());
        bea.press("Send").isTold("The customer's choice is on its way to the reviewer.");
        bea.reads("It is being reviewed.");

        var marta = DealSteps.take(visitors, "Wolkenbruch Werke");
        marta.reads("Signed by").reads("Dora Decider").reads("letter.pdf");
        marta.key("a").isTold("Your decision counts.");
        bea.waitsUntilIts("Approved");
        ben.open(held).waitsUntilIts("Transferred").reads("The customer has gone to another partner.");
        assertThat(ben.find("main").innerText()).doesNotContain("Bea");
    }

    /** D6: above 6,000 USD, for one end user, approved when everything is there. */
    private void onlyWhatIsCompleteIsApproved(Visitors visitors) {
        var ben = visitors.signedIn("partner-a-sales").open("/deals/new?program=nightfall");
        ben.fill("customer", "Abendrot Akademie").fill("website", "abendrot-akademie.example");
        DealSteps.fillIn(ben);
        ben.choose("currency", "USD").fill("amount", "6000").mark("buysFor", "The customer itself, and nobody else");
        ben.press("Send the registration");
        assertThat(ben.find(".problems")).isVisible();
        ben.fill("amount", "7000").press("Send the registration").isTold("Your deal is registered.");

        var marta = DealSteps.take(visitors, "Abendrot Akademie");
        marta.key("i").mark("marked", "Contact");
        marta.fill("text", "Who decides there?").press("Send").isTold("Your decision counts.");
        ben.waitsUntilIts("Please complete");

        ben.follow("Complete the registration").fill("contactName", "Dora Decider");
        ben.press("Send").isTold("Thank you.").waitsUntilIts("In review");
        DealSteps.take(visitors, "Abendrot Akademie")
                .reads("Dora Decider")
                .key("a")
                .isTold("Your decision counts.");
        ben.waitsUntilIts("Approved");
    }

    /** D15: an answer within 20 working days, then 60 days. */
    private void thereAreSixtyDaysToCreateTheCustomer(Visitors visitors) {
        var ben = registered(visitors, "partner-a-sales", "yandex-cloud", "Nordstern Netze", "nordstern-netze.example");
        ben.waitsUntilIts("In review");
        assertThat(ben.find("main").innerText()).containsPattern("1(59|60) working hours left");
        DealSteps.take(visitors, "Nordstern Netze").key("a").isTold("Your decision counts.");
        ben.waitsUntilIts("Approved");
        assertThat(ben.find("main").innerText())
                .containsPattern("(59|60|61) days left")
                .doesNotContain("Ask for more time", "The customer has chosen us");
    }

    private static Visitor registered(
            Visitors visitors, String signInName, String program, String customer, String website) {
        var sales = visitors.signedIn(signInName).open("/deals/new?program=" + program);
        sales.fill("customer", customer).fill("website", website);
        DealSteps.fillIn(sales);
        return sales.press("Send the registration").isTold("Your deal is registered.");
    }

    private static FilePayload letter() {
        return new FilePayload(
                "letter.pdf", "application/pdf", "%PDF-1.7 We choose you.".getBytes(StandardCharsets.UTF_8));
    }
}
