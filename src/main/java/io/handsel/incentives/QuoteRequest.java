package io.handsel.incentives;

import io.handsel.kernel.Money;
import io.handsel.partner.PartnerTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a piece of business would earn.
 *
 * @param program the partner program it runs under
 * @param kind what kind of business it is, as the tables name it: {@code new-business}, {@code renewal}
 * @param product its product line; null if it has several
 * @param on the day whose rates count
 */
public record QuoteRequest(
        String program,
        String kind,
        PartnerTier tier,
        @Nullable String product,
        Money value,
        Registrant registrant,
        LocalDate on) {}
