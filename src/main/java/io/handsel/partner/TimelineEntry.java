package io.handsel.partner;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what happened with a partner.
 *
 * @param id tells it from others of the same moment
 * @param title message key
 * @param who the name of the person at that time; null if it happened by itself
 * @param note what was said about it
 * @param contact whether somebody wrote it down, instead of its happening in the portal
 * @param writer who wrote it down
 * @param struck whether it was struck out since
 */
public record TimelineEntry(
        Instant at,
        String id,
        String title,
        @Nullable String who,
        @Nullable String note,
        boolean contact,
        @Nullable UUID writer,
        boolean struck) {

    static final Comparator<TimelineEntry> NEWEST_FIRST = Comparator.comparing(TimelineEntry::at)
            .thenComparing(TimelineEntry::id)
            .reversed();

    /** Something that happened in the portal. */
    public static TimelineEntry happened(
            Instant at, String id, String title, @Nullable String who, @Nullable String note) {
        return new TimelineEntry(at, id, title, who, note, false, null, false);
    }
}
