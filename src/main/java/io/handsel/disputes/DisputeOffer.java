package io.handsel.disputes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether what became of a deal may be disputed.
 *
 * @param until the first instant at which it no longer may
 * @param opened the dispute about it, if there is or was one
 * @param open whether it may be opened now
 */
public record DisputeOffer(
        DisputeCause cause, Instant until, @Nullable DisputeId opened, boolean open) {}
