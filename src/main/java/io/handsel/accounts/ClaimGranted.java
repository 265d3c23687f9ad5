package io.handsel.accounts;

/** A partner has a new claim. Heard in the same transaction. */
public record ClaimGranted(ClaimView claim) {}
