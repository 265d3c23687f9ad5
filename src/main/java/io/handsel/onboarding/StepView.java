package io.handsel.onboarding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a track as pages show it.
 *
 * @param opens the part of the portal that is open once it is done
 * @param help key of its help text under {@code onboarding.help}
 */
public record StepView(
        StepKind kind,
        StepOwner owner,
        Instant dueAt,
        @Nullable PortalPart opens,
        String help,
        @Nullable Instant doneAt) {

    public boolean isDone() {
        return doneAt != null;
    }
}
