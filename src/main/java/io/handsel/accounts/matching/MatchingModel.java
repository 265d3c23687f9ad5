package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The learnt weights: a first forest judges each pair alone, a second one judges the best again knowing their rivals.
 */
final class MatchingModel {

    static final int JUDGED_TWICE = 10;

    static final MatchingModel SHIPPED = new MatchingModel(
            Forest.read("/accounts/matching-alone.txt"),
            Forest.read("/accounts/matching-among.txt"),
            Forest.read("/accounts/matching-kinship.txt"));

    private final Forest alone;
    private final Forest among;
    private final Forest kinship;

    MatchingModel(Forest alone, Forest among, Forest kinship) {
        this.alone = alone;
        this.among = among;
        this.kinship = kinship;
    }

    /** The probability that the company belongs to the account. */
    float kinship(float[] values) {
        return kinship.probability(values);
    }

    float first(float[] values) {
        return alone.probability(values);
    }

    List<Pair> judge(List<Pair> pairs) {
        var judged = new ArrayList<Pair>();
        var best = pairs.subList(0, Math.min(JUDGED_TWICE, pairs.size()));
        withRivals(best);
        for (var pair : best) {
            judged.add(pair.judged(among.probability(pair.values())));
        }
        judged.sort(Comparator.comparing(Pair::probability).reversed());
        return judged;
    }

    /** Adds to the values of each pair how it stands among the others; the pairs come best first. */
    static void withRivals(List<Pair> pairs) {
        int rivals = 0;
        for (var pair : pairs) {
            rivals += pair.first() > 0.2f ? 1 : 0;
        }
        for (int rank = 0; rank < pairs.size(); rank++) {
            var pair = pairs.get(rank);
            float ahead =
                    rank == 0 && pairs.size() > 1 ? pair.first() - pairs.get(1).first() : 0;
            pair.values()[Feature.PROBABILITY.ordinal()] = pair.first();
            pair.values()[Feature.BEHIND_BEST.ordinal()] = pairs.get(0).first() - pair.first();
            pair.values()[Feature.AHEAD_OF_NEXT.ordinal()] = pairs.size() == 1 ? pair.first() : ahead;
            pair.values()[Feature.RANK.ordinal()] = rank;
            pair.values()[Feature.RIVALS.ordinal()] = rivals;
        }
    }
}
