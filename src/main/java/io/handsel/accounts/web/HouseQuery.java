package io.handsel.accounts.web;

import io.handsel.accounts.Designation;
import io.handsel.accounts.HouseFilter;
import io.handsel.accounts.HouseFilter.Order;
import io.handsel.accounts.HouseFilter.Show;
import io.handsel.security.Actor;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of the register of house accounts as the address bar has them; what is none is left out. */
record HouseQuery(
        @Nullable String show,
        @Nullable String text,
        @Nullable String designation,
        @Nullable String whose,
        @Nullable String sort,
        @Nullable String after) {

    private static final int LONGEST_TEXT = 200;

    HouseFilter filter(Actor actor) {
        var order = find(Order.values(), sort == null ? null : sort.replaceFirst("^-", ""));
        return new HouseFilter(
                shown(),
                text == null ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                find(Designation.values(), designation),
                "mine".equals(whose) ? actor.person() : null,
                order == null ? HouseFilter.of(shown()).order() : order,
                order != null && sort != null && sort.startsWith("-"),
                after);
    }

    Show shown() {
        var known = find(Show.values(), show);
        return known == null ? Show.IN_FORCE : known;
    }

    private static <E extends Enum<E>> @Nullable E find(E[] known, @Nullable String text) {
        return Arrays.stream(known)
                .filter(one -> text != null && one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElse(null);
    }
}
