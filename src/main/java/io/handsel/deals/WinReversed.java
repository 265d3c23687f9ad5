package io.handsel.deals;

/** A won deal is no longer won; what it earned is taken back. */
public record WinReversed(DealId deal) {}
