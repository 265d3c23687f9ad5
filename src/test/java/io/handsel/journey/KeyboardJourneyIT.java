package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** The main job by keyboard alone: everything is reached by the Tab key or by a key of the page, and nothing by a mouse. */
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
