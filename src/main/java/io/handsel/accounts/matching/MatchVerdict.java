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

    private static final float LINE_TAKEN_FROM = 0.92f;
    private static final float LINE_FREE_BELOW = 0.70f;

    static MatchVerdict of(float probability) {
        return of(probability, TAKEN_FROM, FREE_BELOW);
    }

    static MatchVerdict of(float probability, float related) {
        var verdict = of(probability);
        return verdict == FREE && related >= RELATED_FROM ? RELATED : verdict;
    }

    /** Of several guesses what in a line is the name the best one counts, which is sooner high by chance. */
    static MatchVerdict ofLine(float probability) {
        return of(probability, LINE_TAKEN_FROM, LINE_FREE_BELOW);
    }

    private static MatchVerdict of(float probability, float takenFrom, float freeBelow) {
        return probability >= takenFrom ? TAKEN : probability < freeBelow ? FREE : REVIEW;
    }
}
