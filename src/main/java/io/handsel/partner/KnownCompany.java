package io.handsel.partner;

/** A partner with what is known of its company, for whoever compares companies. */
public record KnownCompany(PartnerId partner, String name, PartnerStanding standing, CompanyProfile profile) {}
