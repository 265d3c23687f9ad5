package io.handsel.accounts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account that decides whose it is, beside its country. Segment and industry are the words of the
 * table {@code account-designation}, whatever the case they were typed in.
 *
 * @param employees null if not known
 */
public record AccountProfile(
        @Nullable String segment,
        @Nullable Long employees,
        @Nullable String industry,
        boolean existingCustomer) {

    /** As much as a word may have. */
    public static final int LONGEST = 60;

    public AccountProfile {
        segment = word(segment);
        industry = word(industry);
        if (employees != null && employees < 0) {
            throw new IllegalArgumentException("Nobody has " + employees + " employees");
        }
    }

    public static AccountProfile empty() {
        return new AccountProfile(null, null, null, false);
    }

    public boolean isEmpty() {
        return equals(empty());
    }

    private static @Nullable String word(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.length() > LONGEST) {
            throw new IllegalArgumentException("A word of " + word.length() + " characters");
        }
        return word;
    }
}
