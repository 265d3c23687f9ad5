package io.handsel.deals;

/** The deal is won. */
public record DealWon(DealId deal) {}
