package io.handsel.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a constant of a contract is written in a model; the one place that knows. */
final class Spelling {

    private Spelling() {}

    /** {@code ACCOUNT_RESERVED} is {@code account-reserved}. */
    static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code REVIEW_DEAL} is {@code ReviewDeal}. */
    static String pascalCase(Enum<?> constant) {
        return Arrays.stream(constant.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
