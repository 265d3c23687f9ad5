package io.handsel.disputes;

/** The challenger has taken the dispute back. */
public record DisputeWithdrawn(DisputeId dispute) {}
