package io.handsel.onboarding;

import io.handsel.engine.Decision;
import java.util.Optional;

/**
 * A row of the table {@code onboarding-track}.
 *
 * @param dueAfterDays calendar days from the first one
 * @param remindBefore days before the due date
 */
record TrackStep(
        StepKind step,
        int place,
        StepOwner owner,
        int dueAfterDays,
        int remindBefore,
        Optional<PortalPart> opens,
        String help) {

    static TrackStep of(Decision row) {
        return new TrackStep(
                row.choice("step", StepKind.class),
                Math.toIntExact(row.integer("place")),
                row.choice("owner", StepOwner.class),
                Math.toIntExact(row.integer("dueAfterDays")),
                Math.toIntExact(row.integer("remindBefore")),
                row.findText("opens").filter(word -> !word.isBlank()).map(TrackStep::part),
                row.text("help"));
    }

    private static PortalPart part(String word) {
        return PortalPart.ofWord(word)
                .orElseThrow(() -> new IllegalStateException("No part of the portal is called " + word));
    }
}
