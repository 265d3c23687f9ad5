package io.handsel.deals.process;

import java.util.Locale;

/** Enum constants as forms and models write them: {@code house-account} is {@code HOUSE_ACCOUNT}. */
final class Kebab {

    private Kebab() {}

    /** @throws IllegalArgumentException if there is no such constant */
    static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
