package io.handsel.partner.web;

import io.handsel.partner.PartnerContacts;
import io.handsel.partner.TimelineEntry;
import io.handsel.security.Actor;
import java.util.List;

/** An entry of the timeline, and whether the reader may strike it out. */
record TimelineLine(TimelineEntry entry, boolean mayStrike) {

    static List<TimelineLine> of(List<TimelineEntry> entries, Actor reader) {
        return entries.stream()
                .map(entry -> new TimelineLine(
                        entry,
                        entry.writer() != null && !entry.struck() && PartnerContacts.mayStrike(reader, entry.writer())))
                .toList();
    }
}
