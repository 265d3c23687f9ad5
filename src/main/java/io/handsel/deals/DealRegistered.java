package io.handsel.deals;

/** A partner has submitted a deal, for the first time or again. */
public record DealRegistered(DealId deal) {}
