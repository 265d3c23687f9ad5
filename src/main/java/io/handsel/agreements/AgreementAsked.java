package io.handsel.agreements;

/** A partner is asked for its signature; which text it is to sign is chosen next. */
public record AgreementAsked(AgreementId agreement) {}
