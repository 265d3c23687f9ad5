package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.security.LocationId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One partner's claim on one account.
 *
 * @param customer the customer's name as the holder wrote it
 * @param location the location of the partner it belongs to; null is the whole company
 * @param subject what the claim is for: the deal, or the reservation itself
 * @param exclusive whether it shuts others out; a claim that waits for a reviewer does not
 * @param until the first instant at which it no longer counts
 * @param endedAt null while it counts
 */
public record ClaimView(
        ClaimId id,
        AccountId account,
        String customer,
        PartnerId partner,
        PersonId person,
        @Nullable LocationId location,
        UUID subject,
        ClaimPurpose purpose,
        boolean exclusive,
        ClaimScope scope,
        Instant from,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable ClaimEnd end) {

    /** The same claim on another account. */
    ClaimView on(AccountId other, boolean exclusiveThere) {
        return new ClaimView(
                id,
                other,
                customer,
                partner,
                person,
                location,
                subject,
                purpose,
                exclusiveThere,
                scope,
                from,
                until,
                endedAt,
                end);
    }

    /** Whether it is a reservation of this account that goes over into a registration by somebody who has all this. */
    boolean goesOver(AccountId registered, PartnerScope registrants) {
        return purpose == ClaimPurpose.RESERVATION
                && account.equals(registered)
                && registrants.covers(partner, location);
    }

    /** The same claim until another moment. */
    ClaimView lasting(Instant moment) {
        return new ClaimView(
                id, account, customer, partner, person, location, subject, purpose, exclusive, scope, from, moment,
                endedAt, end);
    }

    /** The same claim as that of an approved deal. */
    ClaimView protectedUntil(Instant moment, boolean shutsOthersOut) {
        return new ClaimView(
                id,
                account,
                customer,
                partner,
                person,
                location,
                subject,
                ClaimPurpose.PROTECTION,
                shutsOthersOut,
                scope,
                from,
                moment,
                endedAt,
                end);
    }

    /** A claim like this one, which has ended, begun anew. */
    ClaimView again(Instant now) {
        return new ClaimView(
                ClaimId.create(),
                account,
                customer,
                partner,
                person,
                location,
                subject,
                purpose,
                exclusive,
                scope,
                now,
                until,
                null,
                null);
    }

    /** Whether the claim counts at a moment: one whose time is up counts for nothing, ended or not. */
    public boolean countsAt(Instant moment) {
        return endedAt == null && moment.isBefore(until);
    }
}
