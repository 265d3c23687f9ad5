package io.handsel.accounts.web;

import io.handsel.accounts.AskerFilter;
import io.handsel.accounts.AskerFilter.By;
import io.handsel.accounts.AskerFilter.Show;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The filters of the list of those who ask, as the address bar has them; what is none is left out. */
record AskerQuery(
        @Nullable String by,
        @Nullable String show,
        @Nullable String text,
        @Nullable String after) {

    private static final int LONGEST_TEXT = 200;

    AskerFilter filter() {
        return new AskerFilter(
                grouped(),
                shown(),
                text == null ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length())),
                after);
    }

    By grouped() {
        return find(By.values(), by, By.PERSON);
    }

    Show shown() {
        return find(Show.values(), show, Show.ALL);
    }

    private static <E extends Enum<E>> E find(E[] known, @Nullable String text, E otherwise) {
        return Arrays.stream(known)
                .filter(one -> text != null && one.name().equals(text.toUpperCase(Locale.ROOT)))
                .findAny()
                .orElse(otherwise);
    }
}
