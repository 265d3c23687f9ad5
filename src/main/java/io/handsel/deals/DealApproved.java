package io.handsel.deals;

/** The deal is approved and protected. */
public record DealApproved(DealId deal) {}
