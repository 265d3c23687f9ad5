package io.handsel.demo;

import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A partner in the midst of its onboarding: it has signed, and said about itself what it is. */
@Component
@Profile("demo")
class DemoOnboarding {

    private final PartnerOnboarding onboarding;
    private final CompanyProfiles companies;

    DemoOnboarding(PartnerOnboarding onboarding, CompanyProfiles companies) {
        this.onboarding = onboarding;
        this.companies = companies;
    }

    void begin(DemoPeople people, PartnerId partner) {
        onboarding.begin(people.actor("manager"), partner, null);
        companies.describe(
                people.actor("partner-d-admin"),
                Map.of(
                        "website", "carver-networks.example",
                        "employees", 14,
                        "about", "Networks for schools and town halls, from the cable to the firewall.",
                        "strengths", "We answer the telephone."));
    }
}
