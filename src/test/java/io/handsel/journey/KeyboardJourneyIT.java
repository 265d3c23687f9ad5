package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main jobs by keyboard alone: everything is reached by the Tab key or by a key of the page, and nothing by a mouse. */
@Journey
class KeyboardJourneyIT {

    private static final String CUSTOMER = "Tastenwerk Jena";
    private static final int MOST_TASKS = 100;
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("ddMMyyyy");

    @Test
    void a_deal_is_asked_about_registered_and_approved_without_a_mouse(Visitors visitors) {
        var ben = visitors.atTheKeyboard().signIn("partner-a-sales");
        ben.skipToTheContent().key("/").type("main input[name=q]", CUSTOMER);
        assertThat(ben.then().find("#answer .status")).hasText("Free");
        ben.reach("#answer a.primary").key("Enter");

        assertThat(ben.then().field("customer")).hasValue(CUSTOMER);
        fillIn(ben);
        ben.reach("button[name=_preview]").key("Enter");
        ben.then().reads("The partner manager of the territory decides.").reads("You have a first answer by");
        ben.reach("form > .actions button.primary").key("Enter");
        ben.then().isTold("Your deal is registered.");

        var marta = visitors.atTheKeyboard().signIn("manager");
        open(marta, CUSTOMER);
        marta.reach("form[action$='/release'] button").key("Enter");
        marta.then().isTold("The task is back with its group.").reads("Taken by nobody");
        marta.key("c");
        marta.then().isTold("The task is yours.").reads("Mine");
        marta.key("a");
        marta.then().isTold("Your decision counts.");

        ben.then().waitsUntilIts("Approved");
    }

    @Test
    void a_decision_is_made_on_the_form_without_a_mouse(Visitors visitors) {
        var ben = DealSteps.registered(visitors, "Pfeiltasten Suhl", "pfeiltasten.example");

        var marta = visitors.atTheKeyboard().signIn("manager");
        open(marta, "Pfeiltasten Suhl");
        marta.reach("#f-decision input[type=radio] >> nth=0")
                .key("Space")
                .key("ArrowDown")
                .key("ArrowUp");
        assertThat(marta.then().find("#f-decision input[value=approve]")).isChecked();
        marta.reach(".form-actions button.primary").key("Enter");
        marta.then().isTold("Your decision counts.");

        ben.waitsUntilIts("Approved");
    }

    @Test
    void an_account_is_merged_into_another_without_a_mouse(Visitors visitors) {
        var marta = visitors.atTheKeyboard().signIn("manager");
        written(marta, "Hebelwerk Gotha");
        written(marta, "Hebelwerke Gotha und Erfurt");
        marta.reach("a[href$='/merge']").key("Enter");
        marta.then().reads("Which account does it become part of?");
        marta.key("/").type("#text", "Hebelwerk Gotha");
        marta.reach("#found a.cover").key("Enter");
        marta.then().reads("What would happen").reads("Accounts that get another place");
        marta.reach("main form[method=post] button.primary").key("Enter");
        marta.then()
                .isTold("Merged. Everything is here now")
                .reads("Another account became part of it")
                .reads("Hebelwerke Gotha und Erfurt → Hebelwerk Gotha");
    }

    @Test
    void a_candidate_is_found_on_the_board_of_its_campaign_without_a_mouse(Visitors visitors) {
        var marta = visitors.atTheKeyboard().signIn("manager");
        marta.then().open("/campaigns");
        marta.key("j").key("Enter").then().reads("Look at the candidates and let mails go out");
        marta.reach(".page-head a.primary").key("Enter").then().reads("the likeliest first");
        marta.reach("#state");
        marta.then().page().keyboard().type("Ident");
        marta.then().page().waitForURL(url -> url.contains("state=IDENTIFIED"));
        marta.key("j").key("Enter").then().reads("What you can do");
        marta.reach("form[action$='/answered'] button").key("Enter");
        marta.then().isTold("Noted: no more mails by themselves.").reads("Engaged");
    }

    @Test
    void a_company_applies_without_a_mouse(Visitors visitors) {
        var nora = visitors.atTheKeyboard();
        nora.then().open("/become-a-partner");
        nora.skipToTheContent().reach("main a[href='/apply']").key("Enter");
        nora.type("#f-businessName", "Tastenbau Gera").type("#f-street", "Hauptstraße 1");
        nora.type("#f-postcode", "07545").type("#f-city", "Gera").type("#f-country", "Germany");
        nora.type("#f-telephone", "+49 365 123456").type("#f-contactName", "Nora Taste");
        nora.type("#f-contactEmail", "nora@tastenbau.de").type("#f-domain", "tastenbau.de");
        nora.type("#f-primaryDns", "ns1.tastenbau.de").type("#f-secondaryDns", "ns2.tastenbau.de");
        nora.reach("#f-products input[type=checkbox] >> nth=0").key("Space");
        nora.reach("#f-partnerType").key("r").reach("#f-serviceLevel").key("s");
        nora.reach("#f-size").key("1").reach("main form button.primary").key("Enter");
        nora.then().reads("We have written to the contact person.");
    }

    @Test
    void an_agreement_is_signed_without_a_mouse(Visitors visitors) {
        var clara = visitors.atTheKeyboard().signIn("partner-c-admin");
        clara.skipToTheContent().type("#name", "Clara Keller").type("#capacity", "Geschäftsführerin");
        clara.reach("input[name=authority]").key("Space");
        clara.reach("#sign button.primary").key("Enter");
        clara.then().isTold("Unterschrieben. Vielen Dank!");
    }

    @Test
    void a_reseller_is_invited_and_a_distributor_answered_without_a_mouse(Visitors visitors) {
        var nora = visitors.atTheKeyboard().signIn("partner-e-admin");
        nora.then().open("/resellers");
        nora.skipToTheContent().type("#address", "tastenhandel.example").type("#sentence", "We deliver.");
        nora.reach("main form button.primary").key("Enter").then().isTold("Your invitation is on its way.");

        var anna = visitors.atTheKeyboard().signIn("partner-a-admin");
        anna.then().open("/distributors");
        anna.skipToTheContent().reach("#waiting input[value=CERTIFICATES]").key("Space");
        anna.reach("#waiting button.primary").key("Enter").then().isTold("You are linked.");
        anna.reach("#linked >> nth=0 >> summary >> nth=0").key("Enter");
        anna.reach("#linked details[open] input[value=DEALS]").key("Space");
        anna.reach("#linked details[open] button.primary").key("Enter");
        anna.then().isTold("From now on the distributor reads this and nothing else.");
    }

    @Test
    void somebody_is_led_through_the_portal_and_trained_without_a_mouse(Visitors visitors) {
        var clara = visitors.atTheKeyboard().signIn("partner-d-admin");
        clara.then().open("/onboarding");
        clara.reach("#step-walk a.button").key("Enter");
        clara.reach("main form button.primary").key("Enter");
        clara.then().isTold("Let us go: the line at the top says what to do.");
        for (var next : List.of("Find your manager", "Find a document", "Register a practice deal")) {
            assertThat(clara.then().find(".guide")).containsText(next);
            clara.reach(".guide a.button").key("Enter");
        }
        clara.type("#f-customer", CUSTOMER);
        fillIn(clara);
        clara.reach("main form button.primary").key("Enter");
        clara.then().isTold("Sent, for practice.");
        clara.reach(".guide a.button").key("Enter").then().reads("Practice: only you see this.");

        clara.then().open("/training");
        clara.reach("main a[href$='/quiz']").key("Enter").then().reads("right answers are enough");
        var questions = clara.then().find("main form fieldset");
        for (int place = 0; place < questions.count(); place++) {
            clara.reach("input[name=q" + place + "] >> nth=0").key("Space");
        }
        clara.reach("main form button.primary").key("Enter").then().reads("answers were right");
    }

    private static void written(Keyboard manager, String name) {
        manager.then().open("/accounts/new");
        manager.type("#name", name).key("Enter");
        manager.then().isTold("Written down.");
    }

    private static void fillIn(Keyboard partner) {
        partner.type("#f-website", "tastenwerk.example");
        partner.type("#f-country", "Germany").type("#f-contactName", "Kim Becker");
        partner.type("#f-contactEmail", "kim@tastenwerk.example");
        partner.reach("#f-products input[type=checkbox] >> nth=0").key("Space");
        partner.type("#f-amount", "30000").reach("#f-currency").key("e");
        partner.reach("#f-expectedClose");
        partner.then().page().keyboard().type(nextQuarter().format(AS_TYPED));
        partner.type("#f-need", "Replaces a system at the end of its life for about 80 people.");
        partner.reach("#f-source").key("o");
        partner.reach("#f-evidence input[type=checkbox] >> nth=0").key("Space");
    }

    /** A day whose number is its month's: browsers differ in which of the two is typed first. */
    private static LocalDate nextQuarter() {
        var then = LocalDate.now().plusMonths(3);
        return then.withDayOfMonth(then.getMonthValue());
    }

    /** Goes down the list by j until it is there, and up and down again, and opens what stands there. */
    private static void open(Keyboard manager, String customer) {
        var goal = manager.then().find("#task-list a.cover").getByText(customer);
        manager.then().waitsToSee(goal);
        for (int i = 0; i < MOST_TASKS && !Keyboard.has(goal); i++) {
            manager.key("j");
        }
        manager.key("k");
        assertThat(goal).not().isFocused();
        manager.key("j");
        assertThat(goal).isFocused();
        manager.key("Enter").then().reads("Your decision").reads("Mine");
    }
}
