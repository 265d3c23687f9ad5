package io.handsel.agreements;

/** The text somebody was asked to sign has been replaced by another. */
public record DocumentMadeAnew(AgreementId agreement) {}
