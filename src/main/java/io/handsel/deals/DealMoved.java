package io.handsel.deals;

import io.handsel.security.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * A deal belongs to another location of its partner now.
 *
 * @param to null for the whole company
 */
public record DealMoved(DealId deal, @Nullable LocationId to) {}
