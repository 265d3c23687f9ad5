package io.handsel.onboarding;

/** Somebody has passed. */
public record CertificateIssued(CertificateId certificate) {}
