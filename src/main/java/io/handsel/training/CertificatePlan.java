package io.handsel.training;

import java.time.Instant;

/** When the end of a certificate is told of, and when it ends. */
public record CertificatePlan(Instant firstNotice, Instant secondNotice, Instant lastNotice, Instant expires) {}
