package io.handsel.demo;

import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.onboarding.SelfPortraits;
import io.handsel.partner.PartnerId;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A partner in the midst of its onboarding: it has signed, and said about itself what it is. */
@Component
@Profile("demo")
class DemoOnboarding {

    private final PartnerOnboarding onboarding;
    private final SelfPortraits portraits;

    DemoOnboarding(PartnerOnboarding onboarding, SelfPortraits portraits) {
        this.onboarding = onboarding;
        this.portraits = portraits;
    }

    void begin(DemoPeople people, PartnerId partner) {
        onboarding.begin(people.actor("manager"), partner, null);
        portraits.say(
                people.actor("partner-d-admin"),
                partner,
                Map.of(
                        "website", "carver-networks.example",
                        "employees", 14,
                        "about", "Networks for schools and town halls, from the cable to the firewall.",
                        "strengths", "We answer the telephone."));
    }
}
