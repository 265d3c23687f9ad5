package io.handsel.agreements;

/** An agreement waits for the partner's signature. */
public record AgreementAsked(AgreementId agreement) {}
