package io.handsel.accounts;

import io.handsel.security.PersonId;

/**
 * Another person of the same partner has the claim now. Heard in the same transaction.
 *
 * @param claim the claim with its new person
 * @param former who had it until now
 * @param by who agreed
 */
public record ClaimTakenOver(ClaimView claim, PersonId former, PersonId by) {}
