package io.handsel.partner;

/**
 * By what a partner's company is recognised has been written down, for the first time or anew. Heard in the same
 * transaction.
 */
public record CompanyChanged(PartnerId partner) {}
