package io.handsel.accounts.matching;

import java.util.Set;

/**
 * How much speaks for a company belonging to an account: whether what is rare in the account's name is in its own, and
 * whether the account is of a kind that has others under it.
 */
final class Kinship {

    private static final Set<String> HAVING_OTHERS = Set.of(
            "university", "ministry", "department", "academy", "government", "group", "holding", "system", "service");

    private Kinship() {}

    /** From 0 to 1; no probability, only an order. */
    static float of(float[] values, String[] words) {
        float sum = 1.2f * at(values, Feature.EXACT_SHARE_OF_ACCOUNT)
                + 0.3f * at(values, Feature.SHARE_OF_ACCOUNT)
                + 0.8f * at(values, Feature.RAREST_COMMON)
                + 0.3f * at(values, Feature.SHARE_OF_QUESTION)
                + 0.3f * at(values, Feature.INITIALS)
                + 0.15f * Math.max(0, at(values, Feature.CITY))
                + 0.3f * at(values, Feature.COUNTRY)
                + 0.4f * at(values, Feature.CITY_RARITY)
                + (hasOthers(words) ? 0.5f : 0);
        return Math.max(0, sum) / (1 + Math.max(0, sum));
    }

    private static boolean hasOthers(String[] words) {
        for (var word : words) {
            if (HAVING_OTHERS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static float at(float[] values, Feature feature) {
        return values[feature.ordinal()];
    }
}
