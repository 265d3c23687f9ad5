package io.handsel.deals;

/** The deal is lost. */
public record DealLost(DealId deal) {}
