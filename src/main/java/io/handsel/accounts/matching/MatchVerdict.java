package io.handsel.accounts.matching;

/** What a probability is worth as an answer. The bounds were set on answers of cross-validation (docs/matching.md). */
public enum MatchVerdict {
    TAKEN,
    REVIEW,
    /** Nobody known is meant, but the company probably belongs to a known group. */
    RELATED,
    FREE;

    static final float TAKEN_FROM = 0.88f;
    static final float FREE_BELOW = 0.40f;
    static final float RELATED_FROM = 0.25f;

    static MatchVerdict of(float probability) {
        return probability >= TAKEN_FROM ? TAKEN : probability < FREE_BELOW ? FREE : REVIEW;
    }

    static MatchVerdict of(float probability, float related) {
        var verdict = of(probability);
        return verdict == FREE && related >= RELATED_FROM ? RELATED : verdict;
    }
}
