package io.handsel.partner.web;

import io.handsel.partner.PartnerFilter;
import io.handsel.partner.PartnerFilter.Order;
import io.handsel.partner.PartnerStanding;
import io.handsel.security.Actor;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of the list as the address bar has them; what is none is left out. */
record PartnerListQuery(
        @Nullable String search,
        @Nullable String tier,
        @Nullable String standing,
        @Nullable String whose,
        @Nullable String sort,
        @Nullable String after) {

    PartnerFilter filter(Actor actor) {
        var column = sort == null ? "name" : sort.replaceFirst("^-", "");
        return new PartnerFilter(
                search,
                "mine".equals(whose) ? actor.person() : null,
                tier,
                Arrays.stream(PartnerStanding.values())
                        .filter(known -> known.name().equals(standing))
                        .findAny()
                        .orElse(null),
                Arrays.stream(Order.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(column))
                        .findAny()
                        .orElse(Order.NAME),
                sort != null && sort.startsWith("-"),
                after);
    }
}
