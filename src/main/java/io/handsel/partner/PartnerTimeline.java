package io.handsel.partner;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened with a partner in one line of time: what the portal knows and what people wrote down. */
@Service
@Transactional(readOnly = true)
public class PartnerTimeline {

    private static final String CURSOR = "~";

    private final Partners partners;
    private final PartnerContacts contacts;
    private final List<TimelineSource> sources;

    PartnerTimeline(Partners partners, PartnerContacts contacts, List<TimelineSource> sources) {
        this.partners = partners;
        this.contacts = contacts;
        this.sources = List.copyOf(sources);
    }

    /**
     * @param onlyContacts leaves out what happened in the portal
     * @param after the cursor of the page before; what is none begins with the newest
     * @throws PartnerNotFound if there is no such partner
     */
    public TimelinePage page(PartnerId partner, boolean onlyContacts, @Nullable String after, int size) {
        partners.get(partner);
        var from = Position.parse(after);
        var asked = onlyContacts ? List.<TimelineSource>of(contacts) : sources;
        // Entries of the very moment of the cursor may stand on both sides of it.
        for (int most = size + 1; ; most *= 2) {
            int wanted = most;
            var read = asked.stream()
                    .map(source -> source.newest(partner, from.at(), wanted))
                    .toList();
            var found = read.stream()
                    .flatMap(List::stream)
                    .filter(from::isBefore)
                    .sorted(TimelineEntry.NEWEST_FIRST)
                    .toList();
            if (found.size() > size) {
                return new TimelinePage(found.subList(0, size), Position.of(found.get(size - 1)));
            }
            if (read.stream().allMatch(entries -> entries.size() < wanted)) {
                return new TimelinePage(found, null);
            }
        }
    }

    private record Position(Instant at, @Nullable String id) {

        /** Later than anything a database can hold here. */
        private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

        static Position parse(@Nullable String text) {
            if (text != null && text.contains(CURSOR)) {
                try {
                    int cut = text.indexOf(CURSOR);
                    var at = Instant.parse(text.substring(0, cut));
                    return new Position(at.isAfter(END) ? END : at, text.substring(cut + 1));
                } catch (DateTimeException none) {
                    return new Position(END, null);
                }
            }
            return new Position(END, null);
        }

        static String of(TimelineEntry entry) {
            return entry.at() + CURSOR + entry.id();
        }

        boolean isBefore(TimelineEntry entry) {
            int time = entry.at().compareTo(at);
            return time < 0 || time == 0 && (id == null || entry.id().compareTo(id) < 0);
        }
    }
}
