package io.handsel.deals;

import io.handsel.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/** A deal as a row of a list that shows several partners. */
public record DealHeading(
        DealSummary deal,
        PartnerId partner,
        String partnerName,
        @Nullable String territory) {}
