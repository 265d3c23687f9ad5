package io.handsel;

import java.util.concurrent.ThreadLocalRandom;

/** Names of companies nobody has heard of, none of which resembles another one more than by chance. */
public final class CompanyNames {

    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 6;

    private CompanyNames() {}

    /** Such as "Kodavumelisotaf Ristopazeneduvik". */
    public static String next() {
        return word() + " " + word();
    }

    private static String word() {
        var word = new StringBuilder();
        for (int i = 0; i < SYLLABLES; i++) {
            word.append(any(CONSONANTS)).append(any(VOWELS));
        }
        word.append(any(CONSONANTS));
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static char any(String letters) {
        return letters.charAt(ThreadLocalRandom.current().nextInt(letters.length()));
    }
}
