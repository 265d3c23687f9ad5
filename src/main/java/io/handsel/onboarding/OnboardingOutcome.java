package io.handsel.onboarding;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with an onboarding. */
public sealed interface OnboardingOutcome {

    /** It is done. */
    record Done(OnboardingId onboarding) implements OnboardingOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     */
    record Refused(OnboardingRefusal reason, @Nullable String field) implements OnboardingOutcome {

        public Refused(OnboardingRefusal reason) {
            this(reason, null);
        }
    }
}
