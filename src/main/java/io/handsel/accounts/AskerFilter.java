package io.handsel.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Whose questions of the last day to list.
 *
 * @param text a part of the name
 * @param after the cursor of the page before
 */
public record AskerFilter(
        By by, Show show, @Nullable String text, @Nullable String after) {

    /** One line a person, or one a partner. */
    public enum By {
        PERSON,
        PARTNER
    }

    /** Which of them. */
    public enum Show {
        ALL,
        SUSPICIOUS,
        BLOCKED
    }
}
