package io.handsel.agreements;

/** An agreement for which there was no template looks for one again. */
public record TemplateTriedAgain(AgreementId agreement) {}
