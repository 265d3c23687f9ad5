package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * Keep a customer for a submission while it is being reviewed.
 *
 * @param subject the deal; asking twice for the same one gives the same claim
 */
public record HoldRequest(
        PartnerId partner, PersonId person, AccountQuestion question, ClaimScope scope, UUID subject, Instant until) {}
