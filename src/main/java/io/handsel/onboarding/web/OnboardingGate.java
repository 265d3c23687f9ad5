package io.handsel.onboarding.web;

import io.handsel.onboarding.OnboardingOverview;
import io.handsel.security.Actor;
import io.handsel.shell.PortalGate;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the portal to a new partner part by part, as the steps of its track are done. */
@Component
@Order(OnboardingGate.AFTER_THE_AGREEMENT)
class OnboardingGate implements PortalGate {

    static final int AFTER_THE_AGREEMENT = 100;

    private final OnboardingOverview overview;

    OnboardingGate(OnboardingOverview overview) {
        this.overview = overview;
    }

    @Override
    public Optional<String> detour(Actor actor, String path) {
        return overview.closedPart(actor, path).map(part -> "/onboarding?closed=" + part.word());
    }
}
