package io.handsel.dns;

/** Nobody needs the proof any more. */
public record DomainProofDropped(DomainProofId proof) {}
