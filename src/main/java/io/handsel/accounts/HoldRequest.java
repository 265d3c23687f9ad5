package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keep a customer for a submission while it is being reviewed.
 *
 * @param location the location of the partner it is for; null is the whole company
 * @param subject the deal; asking twice for the same one gives the same claim
 */
public record HoldRequest(
        PartnerId partner,
        PersonId person,
        @Nullable LocationId location,
        AccountQuestion question,
        ClaimScope scope,
        UUID subject,
        Instant until) {

    /** What of the partner's the submission may take along. */
    PartnerScope mine() {
        return new PartnerScope(partner, location);
    }
}
