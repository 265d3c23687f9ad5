package io.handsel.onboarding;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A partner's onboarding as both sides see it.
 *
 * @param dueAt when its time is over
 * @param extensions how often it was given more time
 */
public record OnboardingView(
        OnboardingId id,
        PartnerId partner,
        OnboardingStatus status,
        Instant startedAt,
        Instant dueAt,
        int extensions,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<StepView> steps) {

    public OnboardingView {
        steps = List.copyOf(steps);
    }

    public long done() {
        return steps.stream().filter(StepView::isDone).count();
    }

    /** The first step nobody has done yet. */
    public Optional<StepView> next() {
        return steps.stream().filter(step -> !step.isDone()).findFirst();
    }

    /** The step this part of the portal waits for; empty where it is open. */
    public Optional<StepView> stepThatOpens(PortalPart part) {
        return isRunning()
                ? steps.stream()
                        .filter(step -> step.opens() == part && !step.isDone())
                        .findFirst()
                : Optional.empty();
    }

    public boolean isRunning() {
        return status == OnboardingStatus.RUNNING;
    }
}
