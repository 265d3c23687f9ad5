package io.handsel.dns;

/** Somebody has proven a domain; {@code subject} is what they were asked to prove it for. */
public record DomainProven(DomainProofId proof, String subject) {}
