package io.handsel.deals;

/** The partner has told how the sale goes. */
public record DealUpdated(DealId deal) {}
