package io.handsel.disputes;

/** Whoever might appeal does not. */
public record AppealWaived(DisputeId dispute) {}
