package io.handsel.accounts.matching;

/** What a probability is worth as an answer. The bounds were set on answers of cross-validation (docs/matching.md). */
public enum MatchVerdict {
    TAKEN,
    REVIEW,
    FREE;

    static final float TAKEN_FROM = 0.80f;
    static final float FREE_BELOW = 0.30f;

    public static MatchVerdict of(float probability) {
        return probability >= TAKEN_FROM ? TAKEN : probability < FREE_BELOW ? FREE : REVIEW;
    }
}
