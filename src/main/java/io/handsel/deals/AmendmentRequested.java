package io.handsel.deals;

/** The partner wants to change what was approved beyond the tolerance. */
public record AmendmentRequested(DealId deal) {}
