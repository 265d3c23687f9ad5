package io.handsel.partner;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one open matter.
 *
 * @param heir who goes on with it, where another partner does
 */
public record MatterDecision(MatterFate fate, @Nullable PartnerId heir) {

    public static MatterDecision of(MatterFate fate) {
        return new MatterDecision(fate, null);
    }

    public static MatterDecision transferTo(PartnerId heir) {
        return new MatterDecision(MatterFate.TRANSFER, heir);
    }
}
