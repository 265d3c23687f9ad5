package io.handsel.distribution;

import io.handsel.deals.DealId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Through whom a deal is bought, on its own partner's page.
 *
 * @param distributors those to choose from, by link
 * @param chosen null where the deal is bought directly
 * @param choosable whether the reader may choose
 */
public record BoughtThroughView(
        DealId deal,
        Map<LinkId, String> distributors,
        @Nullable LinkId chosen,
        boolean choosable) {}
