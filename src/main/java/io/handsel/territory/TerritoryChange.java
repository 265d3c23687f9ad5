package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import io.handsel.security.PersonId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What an operator may change about a territory while cases run in it: code, place in the tree and currency stay. */
public record TerritoryChange(
        String name,
        PersonId manager,
        PersonId director,
        ZoneId zone,
        CountryCode holidays,
        @Nullable String subdivision,
        WorkingWeek week) {}
