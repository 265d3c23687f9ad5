package io.handsel.disputes;

/** Nobody has more evidence to put. */
public record EvidenceCompleted(DisputeId dispute) {}
