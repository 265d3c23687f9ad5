package io.handsel.accounts;

/** A claim is over; the account is free in the same transaction. */
public record ClaimEnded(ClaimView claim, ClaimEnd why) {}
