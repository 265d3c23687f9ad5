package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.handsel.PostgresDatabase;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An installation as it is started in production: nobody is there, no mail server is set. By pages alone, from the link
 * in the log on, it comes to its first approved deal.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Cheap hashes; production takes the defaults.
            "handsel.security.argon2-memory-in-kib=64",
            "handsel.base-url=https://first.example"
        })
@ActiveProfiles("postgres")
@ExtendWith(Visitors.Browsers.class)
class FirstInstallationIT {

    private static final Pattern SET_UP = Pattern.compile("https://first\\.example(/set-up/[\\w-]+)");
    private static final Pattern INVITATION = Pattern.compile("https://first\\.example(/invitation/[\\w-]+)");
    private static final String PASSWORD = "handsel-demo";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        PostgresDatabase.create().register(registry);
    }

    @Test
    void by_pages_alone_it_comes_from_the_link_in_the_log_to_its_first_approved_deal(
            Visitors visitors, CapturedOutput log) {
        var olga = setUp(visitors, log);
        invite(olga, "Marta Engel", "marta", "MANAGER");
        invite(olga, "David Okafor", "david", "DIRECTOR");
        var marta = arrives(visitors, olga, "marta");
        arrives(visitors, olga, "david");

        firstTerritory(olga);
        firstPartner(marta);
        var anna = firstAdministrator(visitors, olga);
        anna.open("/partner/people").follow("Invite somebody");
        person(anna, "Ben Arnold", "ben");
        anna.find("input[name=roles][value=PARTNER_SALES]").check();
        anna.press("Send the invitation").isTold("Invited.");
        var ben = arrives(visitors, olga, "ben");

        register(ben);
        ben.waitsUntilIts("In review");
        marta.open("/tasks")
                .waitsToSee(marta.find("#task-list a.cover").getByText("Hafenwerk"))
                .click();
        marta.reads("Your decision").key("a").isTold("Your decision counts.");
        ben.waitsUntilIts("Approved").reads("Protected until");

        leaves(olga, anna, ben);
    }

    private static Visitor setUp(Visitors visitors, CapturedOutput log) {
        var olga = visitors.anybody().open(found(SET_UP, log.getAll()));
        olga.find("#name").fill("Olga Petrenko");
        olga.find("#signInName").fill("olga");
        olga.find("#email").fill("olga@vendor.example");
        password(olga);
        olga.press("Create and go to the sign-in");
        return olga.signIn("olga");
    }

    private static void invite(Visitor olga, String name, String signInName, String role) {
        olga.open("/operations/people").follow("Invite somebody");
        person(olga, name, signInName);
        olga.find("input[name=roles][value=" + role + "]").check();
        olga.press("Send the invitation").isTold("Invited.").reads("There is no mail server");
    }

    private static void person(Visitor by, String name, String signInName) {
        by.find("#name").fill(name);
        by.find("#signInName").fill(signInName);
        by.find("#email").fill(signInName + "@mail.example");
        by.find("#zone").fill("Europe/Berlin");
    }

    /** Without a mail server the operator hands the link over: it waits on the page of outgoing mail. */
    private static Visitor arrives(Visitors visitors, Visitor olga, String signInName) {
        olga.open("/operations/mail")
                .find("tr")
                .filter(new Locator.FilterOptions().setHasText(signInName + "@mail.example"))
                .locator("a")
                .click();
        assertThat(olga.heading()).hasText("Your access");
        var somebody =
                visitors.anybody().open(found(INVITATION, olga.find("main").innerText()));
        somebody.reads("You will sign in as " + signInName);
        password(somebody);
        somebody.press("Save and go to the sign-in").reads("Your password is saved.");
        return somebody.signIn(signInName);
    }

    private static void password(Visitor somebody) {
        somebody.find("#password").fill(PASSWORD);
        somebody.find("#repeatedPassword").fill(PASSWORD);
    }

    private static void firstTerritory(Visitor olga) {
        olga.open("/territories")
                .reads("Begin with the one whose code is world")
                .follow("New territory");
        assertThat(olga.find("#code")).hasValue("world");
        olga.find("#name").fill("The whole world");
        choose(olga.find("#manager"), "Marta Engel");
        choose(olga.find("#director"), "David Okafor");
        choose(olga.find("#country"), "Germany");
        olga.find("#zone").fill("Europe/Berlin");
        olga.press("Save").isTold("The territory is there.");
    }

    private static void firstPartner(Visitor marta) {
        marta.open("/partners").follow("Register a partner");
        marta.find("#name").fill("Adler Systems");
        marta.find("#region").fill("emea");
        marta.page()
                .getByLabel("The whole world", new Page.GetByLabelOptions().setExact(true))
                .check();
        marta.press("Register").isTold("Registered.");
    }

    private static Visitor firstAdministrator(Visitors visitors, Visitor olga) {
        olga.open("/partners").follow("Adler Systems").follow("Invite somebody");
        person(olga, "Anna Adler", "anna");
        assertThat(olga.find("#partner option:checked")).hasText("Adler Systems");
        olga.find("input[name=roles][value=PARTNER_ADMIN]").check();
        olga.press("Send the invitation").isTold("Invited.");
        return arrives(visitors, olga, "anna");
    }

    private static void register(Visitor ben) {
        ben.open("/deals/new");
        ben.fill("customer", "Hafenwerk").fill("website", "hafenwerk.example").fill("country", "Germany");
        ben.fill("contactName", "Kim Becker").fill("contactEmail", "kim@hafenwerk.example");
        ben.markFirst("products").fill("amount", "30000").choose("currency", "EUR");
        ben.fill("expectedClose", LocalDate.now().plusDays(60).toString());
        ben.fill("need", "Replaces a system at the end of its life for about 80 people.");
        ben.choose("source", "own-research");
        ben.press("Who decides, and by when?").reads("The partner manager of the territory decides.");
        ben.press("Send the registration").isTold("Your deal is registered.");
    }

    /** Whoever is let go is out with the next click; so is nobody else. */
    private static void leaves(Visitor olga, Visitor anna, Visitor ben) {
        olga.open("/operations/people").follow("Ben Arnold").press("Deactivate").isTold("Every session");
        ben.open("/deals");
        assertThat(ben.heading()).hasText("Sign in");
        anna.open("/partner/people").reads("Inactive");
    }

    private static void choose(Locator list, String name) {
        list.selectOption(new SelectOption().setLabel(name));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
