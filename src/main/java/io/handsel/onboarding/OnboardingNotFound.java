package io.handsel.onboarding;

import io.handsel.partner.PartnerId;
import io.handsel.shell.NotFound;

/** There is no such onboarding, or not for whoever asks. */
public final class OnboardingNotFound extends NotFound {

    private OnboardingNotFound(String message) {
        super(message);
    }

    public static OnboardingNotFound of(OnboardingId id) {
        return new OnboardingNotFound("There is no onboarding " + id);
    }

    static OnboardingNotFound ofPlan(PlanId plan) {
        return new OnboardingNotFound("There is no joint business plan " + plan);
    }

    public static OnboardingNotFound ofPartner(PartnerId partner) {
        return new OnboardingNotFound("There is no onboarding of partner " + partner);
    }
}
