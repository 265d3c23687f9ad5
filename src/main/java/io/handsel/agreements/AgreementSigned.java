package io.handsel.agreements;

/** Somebody of the partner has signed. */
public record AgreementSigned(AgreementId agreement) {}
