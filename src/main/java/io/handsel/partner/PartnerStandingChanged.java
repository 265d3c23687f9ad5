package io.handsel.partner;

/** A partner has become something else; heard in the same transaction, whatever follows from it. */
public record PartnerStandingChanged(PartnerId partner, PartnerStanding standing) {}
