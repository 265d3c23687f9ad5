package io.handsel.partner;

import io.handsel.security.PersonId;
import io.handsel.territory.TerritoryId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** Asks for the record of a new partner company, which begins as a candidate. */
public record NewPartner(
        String name,
        PartnerType type,
        PartnerTier tier,
        String region,
        Locale locale,
        ZoneId zone,
        Currency currency,
        String serviceLevel,
        PersonId manager,
        Set<String> productLines,
        Set<TerritoryId> territories) {

    public NewPartner {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("A partner needs a name of at most 200 characters");
        }
        name = name.strip();
        productLines = Set.copyOf(productLines);
        territories = Set.copyOf(territories);
    }
}
