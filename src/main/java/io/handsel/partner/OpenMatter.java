package io.handsel.partner;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a partner that is not over yet.
 *
 * @param kind what it is, also a key under {@code partner.matter}
 * @param name how people know it: number, customer
 * @param state where it stands, as a message key
 * @param until when it ends by itself; null where it does not
 * @param fates what may become of it
 * @param outlives whether it may go on when its partner has ended
 */
public record OpenMatter(
        String kind,
        UUID id,
        String name,
        String state,
        @Nullable Instant until,
        Set<MatterFate> fates,
        boolean outlives) {

    public OpenMatter {
        fates = EnumSet.copyOf(fates);
    }

    /** Tells it from everything else that is open. */
    public String key() {
        return kind + "." + id;
    }

    /** Whether another partner can go on with it. */
    public boolean mayBeHandedOn() {
        return fates.contains(MatterFate.TRANSFER);
    }

    Set<MatterFate> fatesFor(PartnerStanding next) {
        var possible = EnumSet.copyOf(fates);
        if (next == PartnerStanding.ENDED && !outlives) {
            possible.remove(MatterFate.KEEP);
        }
        return possible;
    }
}
