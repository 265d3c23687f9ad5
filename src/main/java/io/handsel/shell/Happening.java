package io.handsel.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as {@code shell/_timeline} shows it.
 *
 * @param who null where nobody is to be named
 * @param tone null where it is neither good news nor bad
 */
public record Happening(
        Instant at,
        String title,
        @Nullable String who,
        @Nullable String note,
        @Nullable String tone) {}
