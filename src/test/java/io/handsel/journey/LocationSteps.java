package io.handsel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.Partners;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import org.springframework.beans.factory.BeanFactory;

/** A company gets a location, and somebody comes who has that location's deals and no others. */
final class LocationSteps {

    private static final String HEAD_OFFICE = "Almhütte Ruhpolding";
    private static final String LOCATION = "Bergbahn Werfen";

    private final BeanFactory beans;
    private final Wording words;
    private final String mark;

    private LocationSteps(BeanFactory beans, Wording words) {
        this.beans = beans;
        this.words = words;
        this.mark = words.language();
    }

    static void walk(Visitors visitors, BeanFactory beans, Wording words, Inbox mails) {
        new LocationSteps(beans, words).walk(visitors, mails);
    }

    private void walk(Visitors visitors, Inbox mails) {
        company();
        var lea = visitors.signedIn("lea-" + mark);
        registers(lea, HEAD_OFFICE, "almhuette");
        lea.open("/partner").follow(words.of("partner.locations.keep"));
        words.isFitFor(lea.reads(words.of("partner.locations.none.title")));
        lea.find("#name").fill("Salzburg");
        lea.find("#city").fill("Salzburg");
        lea.find("#country").selectOption("AT");
        lea.press(words.of("partner.location.add.do")).isTold(words.of("partner.said.location.added"));
        words.isFitFor(lea.reads(words.of("partner.location.opened")));

        var address = "sina-" + mark + "@gipfel.example";
        words.isFitFor(lea.open("/partner/people/new"));
        lea.find("#name").fill("Sina Gipfel");
        lea.find("#signInName").fill("sina-" + mark);
        lea.find("#email").fill(address);
        lea.find("#language").selectOption(words.language());
        lea.page().selectOption("#location", new SelectOption().setLabel("Salzburg"));
        lea.find("input[name=roles][value=PARTNER_SALES]").check();
        lea.press(words.of("people.invite.do")).isTold(words.of("people.said.invited"));
        words.isFitFor(lea.reads("Salzburg"));

        var sina = ApplicationSteps.arrives(
                visitors.anybody(words.locale()), mails.link(address, "/invitation/"), "sina-" + mark, words);
        registers(sina, LOCATION, "bergbahn");
        words.isFitFor(sina.reads("Salzburg"));
        words.isFitFor(sina.open("/deals").reads(LOCATION));
        assertThat(sina.everything()).doesNotContain(HEAD_OFFICE);
        lea.open("/deals").reads(LOCATION).reads(HEAD_OFFICE);

        lea.follow(number(lea, HEAD_OFFICE));
        lea.follow(words.of("deals.location.move"));
        words.isFitFor(lea);
        lea.page().selectOption("#location", new SelectOption().setLabel("Salzburg"));
        lea.press(words.of("deals.location.do")).isTold(words.of("deals.said.location"));
        words.isFitFor(lea);
        sina.open("/deals").reads(HEAD_OFFICE);
    }

    private String number(Visitor somebody, String customer) {
        return somebody.find("tbody tr:has-text('" + customer + "') a").first().innerText();
    }

    private void registers(Visitor somebody, String customer, String host) {
        somebody.open("/deals/new");
        somebody.fill("customer", customer + " " + mark).fill("website", host + "-" + mark + ".example");
        DealSteps.fillIn(somebody);
        somebody.press(words.of("deals.register.send")).isTold(words.of("deals.said.registered"));
    }

    private void company() {
        var people = beans.getBean(People.class);
        var company = PartnerFixtures.aPartner()
                .named("Gipfel " + mark.toUpperCase(words.locale()))
                .speaking(words.locale())
                .managedBy(people.named("manager").orElseThrow().id())
                .activeIn(beans.getBean(Partners.class), people);
        people.register(NewPerson.ofPartner(
                        company.id().organisation(),
                        "lea-" + mark,
                        "Lea Gipfel",
                        EmailAddress.parse("lea-" + mark + "@gipfel.example"),
                        Role.PARTNER_ADMIN)
                .speaking(words.locale())
                .withPassword(Visitor.PASSWORD));
    }
}
