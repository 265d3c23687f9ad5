package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import io.handsel.security.PersonId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A territory as others see it.
 *
 * @param code the name under which decision tables know the territory
 * @param parent the territory this one is a part of; null at the root
 * @param holidays the country whose public holidays count
 * @param subdivision the part of that country with holidays of its own, as in ISO 3166-2 without the country
 */
public record TerritoryView(
        TerritoryId id,
        String code,
        String name,
        @Nullable TerritoryId parent,
        PersonId manager,
        PersonId director,
        Currency currency,
        ZoneId zone,
        CountryCode holidays,
        @Nullable String subdivision,
        WorkingWeek week) {}
