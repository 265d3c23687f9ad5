package io.handsel.partner;

import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to the record of a partner itself, on its timeline. */
@Component
class RecordHistory implements TimelineSource {

    private final AuditTrail audit;

    RecordHistory(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public List<TimelineEntry> newest(PartnerId partner, Instant until, int most) {
        return audit.newest(Partners.reference(partner), until, most).entrySet().stream()
                .map(one -> entry(one.getValue(), one.getKey()))
                .sorted(TimelineEntry.NEWEST_FIRST)
                .toList();
    }

    private static TimelineEntry entry(AuditEntry entry, long position) {
        var standing = entry.details().get("standing");
        var title = standing == null ? "partner.audit." + entry.action() : "partner." + entry.action() + "." + standing;
        // The position keeps the order of what happened in one moment.
        var id = String.format(Locale.ROOT, "record-%019d", position);
        return TimelineEntry.happened(entry.at(), id, title, who(entry), note(entry));
    }

    private static @Nullable String note(AuditEntry entry) {
        var level = entry.details().get("serviceLevel");
        var reason = entry.details().get("reason");
        var location = entry.details().get("location");
        if (location != null) {
            return location;
        }
        return level == null ? reason : level + ": " + reason;
    }

    private static @Nullable String who(AuditEntry entry) {
        return entry.actor().equals("system") ? null : entry.actor();
    }
}
