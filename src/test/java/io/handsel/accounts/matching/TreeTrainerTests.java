package io.handsel.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTrainerTests {

    @Test
    void learns_what_takes_two_measures_together() {
        var random = new Random(5);
        var rows = new ArrayList<float[]>();
        var labels = new boolean[2_000];
        for (int row = 0; row < labels.length; row++) {
            rows.add(new float[] {random.nextFloat(), random.nextFloat()});
            labels[row] = rows.get(row)[0] > 0.5f && rows.get(row)[1] > 0.3f;
        }
        var weights = new float[labels.length];
        Arrays.fill(weights, 1);

        var forest = Forest.parse(new TreeTrainer(60, 3, 2).learn(rows, labels, weights));

        assertThat(forest.probability(new float[] {0.9f, 0.9f})).isGreaterThan(0.9f);
        assertThat(forest.probability(new float[] {0.9f, 0.1f})).isLessThan(0.1f);
        assertThat(forest.probability(new float[] {0.1f, 0.9f})).isLessThan(0.1f);
    }
}
