package io.handsel.partner;

import io.handsel.territory.TerritoryId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * What may be changed about a partner while its cases run; its manager changes by a hand-over, its standing step by step.
 *
 * @param version of the partner this change is meant for, as {@link Partners#versionOf} told it
 */
public record PartnerChange(
        String name,
        PartnerType type,
        PartnerTier tier,
        String region,
        Locale locale,
        ZoneId zone,
        Currency currency,
        Set<String> productLines,
        Set<TerritoryId> territories,
        long version) {

    public PartnerChange {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("A partner needs a name of at most 200 characters");
        }
        name = name.strip();
        productLines = Set.copyOf(productLines);
        territories = Set.copyOf(territories);
    }
}
