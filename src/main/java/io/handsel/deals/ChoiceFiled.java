package io.handsel.deals;

/** Somebody has brought the customer's written choice of this deal's partner. */
public record ChoiceFiled(DealId deal) {}
