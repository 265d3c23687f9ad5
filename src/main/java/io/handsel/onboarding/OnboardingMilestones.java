package io.handsel.onboarding;

import io.handsel.agreements.AgreementInForce;
import io.handsel.applications.ApplicationApproved;
import io.handsel.deals.DealApproved;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealId;
import io.handsel.deals.DealWon;
import io.handsel.partner.CompanyDescribed;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerStandingChanged;
import io.handsel.recruitment.Candidates;
import io.handsel.security.PersonRegistered;
import io.handsel.training.CertificateIssued;
import io.handsel.training.Courses;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what happens elsewhere and finishes the step it means, in the transaction in which it happens. */
@Component
class OnboardingMilestones {

    private final PartnerOnboarding onboarding;
    private final DealDossiers deals;
    private final Candidates candidates;
    private final Clock clock;

    OnboardingMilestones(PartnerOnboarding onboarding, DealDossiers deals, Candidates candidates, Clock clock) {
        this.onboarding = onboarding;
        this.deals = deals;
        this.candidates = candidates;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationApproved event) {
        onboarding.begin(event.partner(), event.administrator(), event.candidate());
    }

    @EventListener
    void on(AgreementInForce event) {
        onboarding.finish(event.partner(), StepKind.SIGN, null);
    }

    @EventListener
    void on(PersonRegistered event) {
        if (event.organisation() != null) {
            onboarding.joined(PartnerId.of(event.organisation()));
        }
    }

    @EventListener
    void on(CertificateIssued event) {
        if (event.course().equals(Courses.PORTAL)) {
            onboarding.finish(event.partner(), StepKind.TRAINING, event.holder());
        }
    }

    @EventListener
    void on(CompanyDescribed event) {
        onboarding.finish(event.partner(), StepKind.PROFILE, event.by());
    }

    @EventListener
    void on(DealApproved event) {
        onboarding.finish(partnerOf(event.deal()), StepKind.FIRST_DEAL, null);
    }

    @EventListener
    void on(DealWon event) {
        var now = clock.instant();
        onboarding.firstWin(partnerOf(event.deal()), now).ifPresent(candidate -> candidates.activated(candidate, now));
    }

    @EventListener
    void on(PartnerStandingChanged event) {
        onboarding.partnerBecame(event.partner(), event.standing());
    }

    private PartnerId partnerOf(DealId deal) {
        return deals.heading(deal).orElseThrow().partner();
    }
}
