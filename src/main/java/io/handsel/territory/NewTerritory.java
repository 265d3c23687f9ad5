package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import io.handsel.security.PersonId;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Asks for a new territory. */
public record NewTerritory(
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
