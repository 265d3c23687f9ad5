package io.handsel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** How a company that was written to applies, and how its first person comes in. */
record ApplicationSteps(Visitor applicant, NewPartner partner, Wording words) {

    /** What was known of the company is filled in already. */
    void applied() {
        words.isFitFor(applicant);
        assertThat(applicant.field("businessName")).hasValue(partner.company());
        fill("street", "Hauptstraße 1");
        fill("postcode", "10115");
        fill("city", "Berlin");
        fill("country", words.country("DE"));
        fill("telephone", "+49 30 123456");
        fill("contactName", partner.person());
        fill("contactEmail", partner.address(partner.person()));
        fill("domain", partner.domain());
        fill("primaryDns", "ns1." + partner.domain());
        fill("secondaryDns", "ns2." + partner.domain());
        applicant.field("products").locator("input[type=checkbox]").first().check();
        applicant.field("partnerType").selectOption("reseller");
        applicant.field("serviceLevel").selectOption("standard");
        applicant.field("size").selectOption("10-49");
        applicant.press(words.of("forms.send")).reads(words.of("applications.sent.lead"));
        words.isFitFor(applicant);
    }

    private void fill(String key, String text) {
        applicant.field(key).fill(text);
    }

    /** Somebody chooses a password by the link of an invitation, and signs in. */
    static Visitor arrives(Visitor somebody, String invitation, String signInName, Wording words) {
        words.isFitFor(somebody.open(invitation));
        somebody.find("#password").fill(Visitor.PASSWORD);
        somebody.find("#repeatedPassword").fill(Visitor.PASSWORD);
        somebody.press(words.of("people.invitation.do")).reads(words.of("security.signIn.news.welcome"));
        return somebody.signIn(signInName);
    }

    /** Whatever they want to see first, they find the agreement. */
    void signed() {
        applicant.open("/deals/new");
        applicant.reads(words.of("agreements.sign.title"));
        words.isFitFor(applicant);
        applicant.find("#name").fill(partner.person());
        applicant.find("#capacity").fill("CEO");
        applicant.find("input[name=authority]").check();
        applicant.find("#sign button.primary").click();
        applicant.waitsToRead(words.of("agreements.status.IN_FORCE"));
        words.isFitFor(applicant);
    }
}
