package io.handsel.partner;

import io.handsel.security.PersonId;
import io.handsel.territory.TerritoryId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/**
 * A partner company as others see it.
 *
 * @param manager the partner manager by record; who cares today says {@link PartnerCare#managerOf}
 * @param productLines what it may sell; empty means everything
 * @param serviceLevel the service-level policy its cases run under
 * @param territories where it sells, each with everything below it
 */
public record PartnerView(
        PartnerId id,
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
        Set<TerritoryId> territories,
        PartnerStanding standing) {

    public PartnerView {
        productLines = Set.copyOf(productLines);
        territories = Set.copyOf(territories);
    }
}
