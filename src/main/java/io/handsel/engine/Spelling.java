package io.handsel.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a constant is written in models and forms; the one place that knows. */
public final class Spelling {

    private Spelling() {}

    /** {@code ACCOUNT_RESERVED} is {@code account-reserved}. */
    static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * {@code house-account} is {@code HOUSE_ACCOUNT}.
     *
     * @throws IllegalArgumentException if there is no such constant
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String written) {
        return Enum.valueOf(type, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** {@code REVIEW_DEAL} is {@code ReviewDeal}. */
    static String pascalCase(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
