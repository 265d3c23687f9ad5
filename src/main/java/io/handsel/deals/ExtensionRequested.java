package io.handsel.deals;

/** The partner asks for a longer protection. */
public record ExtensionRequested(DealId deal) {}
