package io.handsel.disputes;

/** A dispute begins. */
public record DisputeOpened(DisputeId dispute) {}
