package io.handsel.dns;

/** Somebody is to prove a domain. */
public record DomainProofBegun(DomainProofId proof) {}
