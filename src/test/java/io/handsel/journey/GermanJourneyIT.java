package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.handsel.journey.GermanPages.readsOnlyGerman;
import static io.handsel.journey.GermanPages.withoutDiagrams;

import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job for those who read German: not a sentence of another language is left on their pages. */
@Journey
class GermanJourneyIT {

    @Autowired
    People people;

    @Test
    void the_main_job_is_done_in_german(Visitors visitors) {
        var company = people.named("partner-a-admin").orElseThrow().organisation();
        people.register(NewPerson.ofPartner(
                        company, "karla", "Karla Krüger", EmailAddress.parse("karla@adler.example"), Role.PARTNER_SALES)
                .speaking(Locale.GERMAN)
                .withPassword(Visitor.PASSWORD));

        var karla = visitors.signedIn("karla");
        readsOnlyGerman(karla).open("/accounts/check?name=Spreewald Gurken");
        assertThat(karla.find("#answer .status")).hasText("Frei");
        readsOnlyGerman(karla).follow("Diesen Deal registrieren");
        karla.fill("website", "spreewald.example");
        DealSteps.fillIn(karla);
        karla.press("Wer entscheidet, und bis wann?").reads("Die Partnerbetreuung des Gebiets entscheidet.");
        readsOnlyGerman(karla).press("Registrierung absenden").isTold("Ihr Deal ist registriert.");
        readsOnlyGerman(karla);

        var marta = DealSteps.take(visitors, "Spreewald Gurken");
        marta.key("i")
                .mark("marked", "Contact")
                .fill("text", "Wer entscheidet dort?")
                .press("Send");
        karla.waitsUntilIts("Bitte ergänzen").reads("Wer entscheidet dort?");
        readsOnlyGerman(karla).follow("Registrierung ergänzen");
        karla.fill("contactName", "Dr. Karin Vogt");
        readsOnlyGerman(karla).press("Absenden").isTold("Vielen Dank.");
        DealSteps.take(visitors, "Spreewald Gurken").key("a").isTold("Your decision counts.");

        karla.waitsUntilIts("Genehmigt").reads("Geschützt bis").reads("Ihr Verdienst bei Gewinn");
        readsOnlyGerman(karla).follow("Wir haben ihn gewonnen");
        karla.fill("orderReference", "PO-4712")
                .fill("orderedOn", LocalDate.now().toString());
        karla.fill("amount", "31.000,50").choose("currency", "EUR");
        readsOnlyGerman(karla).press("Absenden").isTold("Herzlichen Glückwunsch!");
        karla.waitsUntilIts("Gewonnen").reads("31.000,50");
        readsOnlyGerman(karla).open("/deals");
        readsOnlyGerman(karla);
    }

    @Test
    void the_vendors_pages_are_german_for_whoever_reads_german(Visitors visitors) {
        people.register(NewPerson.ofVendor(
                        "gerda", "Gerda Groß", EmailAddress.parse("gerda@vendor.example"), Role.MANAGER, Role.OPERATOR)
                .speaking(Locale.GERMAN)
                .withPassword(Visitor.PASSWORD));

        var gerda = visitors.signedIn("gerda").open("/tasks");
        readsOnlyGerman(gerda);
        gerda.find("#task-list a.cover").first().click();
        gerda.reads("Ihre Entscheidung");
        readsOnlyGerman(withoutDiagrams(gerda));
        for (var page : Set.of("/accounts", "/accounts/imports", "/partners", "/territories", "/operations/mail")) {
            readsOnlyGerman(gerda.open(page));
        }
    }
}
