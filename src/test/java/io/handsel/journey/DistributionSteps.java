package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import org.springframework.beans.factory.BeanFactory;

/** A distributor and a reseller find each other: invited by mail, accepted, a deal bought through, and over. */
final class DistributionSteps {

    private static final String CUSTOMER = "Seemöwe Fischerei";

    private final BeanFactory beans;
    private final Wording words;
    private final String distributor;
    private final String reseller;
    private final String mark;

    private DistributionSteps(BeanFactory beans, Wording words) {
        this.beans = beans;
        this.words = words;
        this.mark = words.language();
        this.distributor = "Kontor " + mark.toUpperCase(words.locale());
        this.reseller = "Boje " + mark.toUpperCase(words.locale());
    }

    static void walk(Visitors visitors, BeanFactory beans, Wording words, Inbox mails) {
        new DistributionSteps(beans, words).walk(visitors, mails);
    }

    private void walk(Visitors visitors, Inbox mails) {
        person("dora-", company(distributor, "distributor"));
        person("rita-", company(reseller, "reseller"));
        var dora = visitors.signedIn("dora-" + mark).open("/resellers");
        words.isFitFor(dora);
        dora.find("#address").fill("nobody at all");
        dora.press(words.of("distribution.invite.send")).reads(words.of("distribution.refused.ADDRESS_UNREADABLE"));
        dora.find("#address").fill(address("rita-"));
        dora.find("#sentence").fill("1, 2, 3.");
        dora.press(words.of("distribution.invite.send")).isTold(words.of("distribution.said.invited"));
        words.isFitFor(dora.reads(address("rita-")).reads(words.of("distribution.status.PENDING")));

        var rita = visitors.signedIn("rita-" + mark);
        words.isFitFor(rita.open("/home").reads(words.of("distribution.home.title")));
        rita.open(mails.link(
                address("rita-"), words.of("distribution.mail.invited.subject", distributor), "/distributor"));
        words.isFitFor(rita.reads(distributor).reads("1, 2, 3."));
        rita.page().getByLabel(words.of("distribution.part.CONTACTS")).check();
        rita.press(words.of("distribution.accept.of", distributor)).isTold(words.of("distribution.said.accepted"));
        words.isFitFor(rita.reads(words.of("distribution.linked.title")));

        dora.open("/resellers").follow(reseller);
        words.isFitFor(dora.reads(address("rita-")));
        assertThat(dora.everything()).doesNotContain(CUSTOMER);
        rita.open("/deals/new");
        rita.fill("customer", CUSTOMER + " " + mark).fill("website", "seemoewe-" + mark + ".example");
        DealSteps.fillIn(rita);
        rita.press(words.of("deals.register.send")).isTold(words.of("deals.said.registered"));
        rita.page().selectOption("#through", new SelectOption().setLabel(distributor));
        rita.press(words.of("distribution.bought.send")).isTold(words.of("distribution.said.boughtThrough"));
        words.isFitFor(rita);
        words.isFitFor(dora.reload().reads(CUSTOMER + " " + mark));

        rita.open("/distributors");
        rita.page().getByText(words.of("distribution.end"), exactly()).click();
        rita.find("textarea[name=reason]").fill("4, 5.");
        rita.press(words.of("distribution.end.send")).isTold(words.of("distribution.said.ended"));
        words.isFitFor(dora.open("/resellers")
                .reads(words.of("distribution.status.ENDED"))
                .reads("4, 5."));
        assertThat(dora.find("main a")).hasCount(0);
        mails.link(
                address("dora-"),
                words.of("distribution.mail.ended-by-reseller.subject", distributor, reseller),
                "/reseller");
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private PartnerId company(String name, String type) {
        return PartnerFixtures.aPartner()
                .named(name)
                .ofType(type)
                .speaking(words.locale())
                .managedBy(beans.getBean(People.class)
                        .named("manager")
                        .orElseThrow()
                        .id())
                .activeIn(beans.getBean(Partners.class), beans.getBean(People.class))
                .id();
    }

    private String address(String who) {
        return who + mark + "@kontor.example";
    }

    private void person(String who, PartnerId company) {
        beans.getBean(People.class)
                .register(NewPerson.ofPartner(
                                company.organisation(),
                                who + mark,
                                who.equals("dora-") ? "Dora Kontor" : "Rita Boje",
                                EmailAddress.parse(address(who)),
                                Role.PARTNER_ADMIN)
                        .speaking(words.locale())
                        .withPassword(Visitor.PASSWORD));
    }
}
