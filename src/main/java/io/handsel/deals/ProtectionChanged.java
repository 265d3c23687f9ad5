package io.handsel.deals;

/** The dates of the protection are others now. */
public record ProtectionChanged(DealId deal) {}
