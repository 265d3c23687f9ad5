package io.handsel.partner;

import java.time.Instant;
import java.util.List;

/** What a module has to tell on the timeline of a partner; offered as a bean. */
public interface TimelineSource {

    /** The newest entries that are not after this moment, newest first, at most so many. */
    List<TimelineEntry> newest(PartnerId partner, Instant until, int most);
}
