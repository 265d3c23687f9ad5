package io.handsel.agreements;

import java.time.Instant;

/**
 * How an agreement goes on, by the table {@code agreement-template}.
 *
 * @param hasTemplate whether there is a text to sign
 * @param counterSignature whether the vendor signs too
 * @param due when the manager hears that nobody has signed
 */
public record AgreementPlan(
        boolean hasTemplate, boolean counterSignature, Instant firstReminder, Instant secondReminder, Instant due) {}
