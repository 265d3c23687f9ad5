package io.handsel.demo;

import io.handsel.agreements.AgreementOutcome;
import io.handsel.agreements.AgreementOverview;
import io.handsel.agreements.AgreementSigning;
import io.handsel.agreements.Agreements;
import io.handsel.agreements.SignAgreement;
import io.handsel.onboarding.OnboardingOutcome;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.partner.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the partners have signed: two of them long ago, the third one not yet. */
@Component
@Profile("demo")
class DemoAgreements {

    private static final Duration LONG_AGO = Duration.ofDays(90);
    private static final Duration LATELY = Duration.ofDays(2);

    private final Agreements agreements;
    private final AgreementSigning signing;
    private final AgreementOverview overview;
    private final PartnerOnboarding onboarding;
    private final DemoClock clock;

    DemoAgreements(
            Agreements agreements,
            AgreementSigning signing,
            AgreementOverview overview,
            PartnerOnboarding onboarding,
            DemoClock clock) {
        this.agreements = agreements;
        this.signing = signing;
        this.overview = overview;
        this.onboarding = onboarding;
        this.clock = clock;
    }

    void sign(DemoPeople cast, DemoWorld.Companies companies, Instant now) {
        clock.moveTo(now.minus(LONG_AGO));
        sign(cast, companies.adler(), "partner-a-admin", "Managing director");
        sign(cast, companies.whitfield(), "partner-b-sales", "Partner");
        clock.moveTo(now.minus(LATELY));
        var outcome = onboarding.begin(cast.actor("manager"), companies.keller(), cast.id("partner-c-admin"));
        if (!(outcome instanceof OnboardingOutcome.Done)) {
            throw new IllegalStateException("Not begun: " + outcome);
        }
    }

    private void sign(DemoPeople cast, PartnerId partner, String signInName, String capacity) {
        var signer = cast.actor(signInName);
        var agreement = agreements.ask(partner, signer.person());
        var document =
                Objects.requireNonNull(overview.details(signer, agreement).document());
        var outcome = signing.sign(
                signer, agreement, new SignAgreement(signer.name(), capacity, true, document.sha256(), "203.0.113.7"));
        if (!(outcome instanceof AgreementOutcome.Done)) {
            throw new IllegalStateException("Not signed: " + outcome);
        }
    }
}
