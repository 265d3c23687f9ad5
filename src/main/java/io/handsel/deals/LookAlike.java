package io.handsel.deals;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.util.Set;

/** Another registration that looks like one that is being reviewed; not for partners unless both are their own. */
public record LookAlike(
        DealId deal,
        String number,
        PartnerId partner,
        String partnerName,
        String customer,
        String website,
        DealStatus status,
        Instant submittedAt,
        Set<Likeness> alike) {

    public LookAlike {
        alike = Set.copyOf(alike);
    }
}
