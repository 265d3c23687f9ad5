package io.handsel.disputes;

import org.jspecify.annotations.Nullable;

/**
 * What a decider says about a dispute.
 *
 * @param reason why, for the vendor's own people
 * @param text what both sides read
 */
public record DisputeRuling(
        DisputeVerdict verdict,
        @Nullable String reason,
        @Nullable String text) {}
