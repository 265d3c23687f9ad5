package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;

/**
 * Which candidates to list, and in which order; null means all.
 *
 * @param search part of the company's name or domain
 * @param after the cursor of the page before
 */
public record CandidateFilter(
        @Nullable CandidateState state,
        @Nullable CandidateAdvice advice,
        @Nullable CandidateSource source,
        @Nullable String search,
        Order order,
        boolean descending,
        @Nullable String after) {

    /** What a board may be sorted by. */
    public enum Order {
        SCORE,
        COMPANY,
        ADDED
    }

    public static final CandidateFilter BEST_FIRST =
            new CandidateFilter(null, null, null, null, Order.SCORE, true, null);

    /** The same, further on. */
    public CandidateFilter behind(@Nullable String cursor) {
        return new CandidateFilter(state, advice, source, search, order, descending, cursor);
    }
}
