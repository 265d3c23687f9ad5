package io.handsel.deals;

/** The partner has taken the deal back. */
public record DealWithdrawn(DealId deal) {}
