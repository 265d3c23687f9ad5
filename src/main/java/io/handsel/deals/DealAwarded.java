package io.handsel.deals;

/**
 * The customer is this deal's without a review having said so.
 *
 * @param undecided whether it was being reviewed until then, so that the review is over
 */
public record DealAwarded(DealId deal, boolean undecided) {}
