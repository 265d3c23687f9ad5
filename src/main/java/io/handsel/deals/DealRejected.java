package io.handsel.deals;

/** The deal is rejected. */
public record DealRejected(DealId deal) {}
