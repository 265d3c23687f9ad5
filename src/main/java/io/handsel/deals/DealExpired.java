package io.handsel.deals;

/** The deal has lapsed; the account is free. */
public record DealExpired(DealId deal) {}
