package io.handsel.deals;

/** Another partner goes on with the customer. */
public record DealTransferred(DealId deal) {}
