package io.handsel.deals;

/** The partner has mended what the reviewer asked for. */
public record InformationProvided(DealId deal) {}
