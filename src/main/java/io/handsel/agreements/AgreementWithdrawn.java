package io.handsel.agreements;

/** The vendor does not offer an agreement any more. */
public record AgreementWithdrawn(AgreementId agreement) {}
