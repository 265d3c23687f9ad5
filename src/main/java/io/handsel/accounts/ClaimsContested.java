package io.handsel.accounts;

/**
 * Two partners have claims that now overlap, because accounts were merged or moved. The first keeps its exclusivity,
 * the second goes on without; people must settle it.
 *
 * @param first the one that began earlier
 */
public record ClaimsContested(ClaimView first, ClaimView second) {}
