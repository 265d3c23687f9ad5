package io.handsel.accounts.matching;

import java.util.EnumSet;
import java.util.Set;

/** What speaks for an account or against it, as a reviewer reads it ({@code accounts.reason.<NAME>}). */
public enum Evidence {
    /** The names are the same but for case, accents, punctuation and legal form. */
    SAME_NAME,
    SAME_WORDS_OTHER_ORDER,
    /** All of one name's words are in the other, which has more. */
    NAME_WITHIN_NAME,
    SPELT_ALIKE,
    INITIALS,
    OTHER_SCRIPT,
    /** Not the first name of the account: a trading, former or local one, or a part of a name. */
    TRADING_NAME,
    PART_OF_GROUP,
    SAME_CITY,
    SAME_COUNTRY,
    OTHER_CITY,
    OTHER_COUNTRY,
    LEGAL_FORM_DIFFERS,
    NUMBER_DIFFERS,
    KIND_DIFFERS,
    PLACE_LEFT_OVER,
    RARE_WORD_LEFT_OVER,
    /** Several known accounts carry this name. */
    SEVERAL_OF_THIS_NAME;

    private static final float RARE = 0.5f;

    /** The key of its text. */
    public String key() {
        return "accounts.reason." + name();
    }

    static Set<Evidence> of(float[] values, boolean firstName) {
        var evidence = EnumSet.noneOf(Evidence.class);
        ofNames(values, evidence);
        ofPlaces(values, evidence);
        ofDifferences(values, evidence);
        if (!firstName || is(values, Feature.PART_OF_ACCOUNT) || is(values, Feature.PART_OF_QUESTION)) {
            evidence.add(TRADING_NAME);
        }
        if (is(values, Feature.OTHER_SCRIPT)) {
            evidence.add(OTHER_SCRIPT);
        }
        if (at(values, Feature.HOMONYMS) >= 2) {
            evidence.add(SEVERAL_OF_THIS_NAME);
        }
        return evidence;
    }

    private static void ofNames(float[] values, Set<Evidence> evidence) {
        boolean allOfQuestion = at(values, Feature.EXACT_SHARE_OF_QUESTION) > 0.98f;
        boolean allOfAccount = at(values, Feature.EXACT_SHARE_OF_ACCOUNT) > 0.98f;
        if (is(values, Feature.SAME_CORE)) {
            evidence.add(SAME_NAME);
        } else if (is(values, Feature.SAME_WORDS)) {
            evidence.add(at(values, Feature.ORDER) > 0 ? SAME_WORDS_OTHER_ORDER : SAME_NAME);
        } else if (allOfQuestion || allOfAccount) {
            evidence.add(NAME_WITHIN_NAME);
        } else if (is(values, Feature.INEXACT) || at(values, Feature.WRITTEN_LIKENESS) >= 0.7f) {
            evidence.add(SPELT_ALIKE);
        }
        if (at(values, Feature.INITIALS) >= 0.7f) {
            evidence.add(INITIALS);
        }
    }

    private static void ofPlaces(float[] values, Set<Evidence> evidence) {
        float city = at(values, Feature.CITY);
        if (city != 0) {
            evidence.add(city > 0 ? SAME_CITY : OTHER_CITY);
        }
        float country = at(values, Feature.COUNTRY);
        if (country != 0) {
            evidence.add(country > 0 ? SAME_COUNTRY : OTHER_COUNTRY);
        }
    }

    private static void ofDifferences(float[] values, Set<Evidence> evidence) {
        if (at(values, Feature.FORM) == -1) {
            evidence.add(LEGAL_FORM_DIFFERS);
        }
        if (is(values, Feature.NUMBERS)) {
            evidence.add(NUMBER_DIFFERS);
        }
        if (at(values, Feature.KINDS) == -2) {
            evidence.add(KIND_DIFFERS);
        }
        if (is(values, Feature.PLACE_LEFT_IN_QUESTION) || is(values, Feature.PLACE_LEFT_IN_ACCOUNT)) {
            evidence.add(PLACE_LEFT_OVER);
        }
        boolean initials = evidence.contains(INITIALS);
        if (!initials
                && (at(values, Feature.RAREST_LEFT_IN_QUESTION) > RARE
                        || at(values, Feature.RAREST_LEFT_IN_ACCOUNT) > RARE)) {
            evidence.add(RARE_WORD_LEFT_OVER);
        }
    }

    private static boolean is(float[] values, Feature feature) {
        return at(values, feature) > 0;
    }

    private static float at(float[] values, Feature feature) {
        return values[feature.ordinal()];
    }
}
