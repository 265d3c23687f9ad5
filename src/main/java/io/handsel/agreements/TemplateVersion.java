package io.handsel.agreements;

import io.handsel.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of the text of a template in one language. It never changes.
 *
 * @param body Markdown with placeholders
 * @param writtenBy null for the one that came with the program
 */
public record TemplateVersion(
        String template,
        String language,
        int version,
        String title,
        String body,
        Instant writtenAt,
        @Nullable PersonId writtenBy) {

    private static final char BETWEEN = '-';

    /** Template and language in one word: {@code reseller-en}. */
    public String name() {
        return template + BETWEEN + language;
    }

    /** Whether it is a version of what this word names. */
    boolean isCalled(String name) {
        return name().equals(name);
    }
}
