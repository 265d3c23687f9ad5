package io.handsel.dns;

import java.time.Instant;

/**
 * One answer of the Domain Name System, or its silence.
 *
 * @param said the records as they are, or why nothing is known
 */
public record DomainAnswer(DnsQuestion question, DnsFinding finding, String said, Instant askedAt) {}
