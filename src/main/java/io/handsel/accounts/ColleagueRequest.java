package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the colleague of the same partner who has a customer.
 *
 * @param subject what the claim is for
 * @param location the location of the partner the claim belongs to; null is the whole company
 * @param customer the customer's name as the partner wrote it
 * @param holder who has the claim at present
 * @param answer null while it waits
 */
public record ColleagueRequest(
        ColleagueRequestId id,
        ClaimId claim,
        UUID subject,
        PartnerId partner,
        @Nullable LocationId location,
        String customer,
        PersonId asker,
        PersonId holder,
        ColleagueWish wish,
        Instant askedAt,
        @Nullable ColleagueAnswer answer,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt) {

    public boolean waits() {
        return answer == null;
    }
}
