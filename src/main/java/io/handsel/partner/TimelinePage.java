package io.handsel.partner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a partner's timeline, newest first.
 *
 * @param next where the next page begins; null on the last one
 */
public record TimelinePage(
        List<TimelineEntry> entries, @Nullable String next) {

    public TimelinePage {
        entries = List.copyOf(entries);
    }
}
