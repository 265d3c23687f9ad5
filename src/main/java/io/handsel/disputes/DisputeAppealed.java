package io.handsel.disputes;

/** One side does not accept how the dispute was settled. */
public record DisputeAppealed(DisputeId dispute) {}
