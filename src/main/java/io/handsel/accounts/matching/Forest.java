package io.handsel.accounts.matching;

import java.util.List;

/**
 * A sum of small decision trees, learnt elsewhere and shipped as text: one tree a line, each node "feature threshold"
 * or "= gain", in the order of a complete binary tree.
 */
final class Forest {

    private final int[][] features;
    private final float[][] thresholds;
    private final double base;

    Forest(double base, int[][] features, float[][] thresholds) {
        this.base = base;
        this.features = features;
        this.thresholds = thresholds;
    }

    static Forest read(String resource) {
        return parse(WordList.lines(resource));
    }

    static Forest parse(List<String> lines) {
        int trees = lines.size() - 1;
        var features = new int[trees][];
        var thresholds = new float[trees][];
        for (int tree = 0; tree < trees; tree++) {
            var nodes = lines.get(tree + 1).split(" ");
            features[tree] = new int[nodes.length];
            thresholds[tree] = new float[nodes.length];
            for (int node = 0; node < nodes.length; node++) {
                var parts = nodes[node].split("@");
                features[tree][node] = Integer.parseInt(parts[0]);
                thresholds[tree][node] = Float.parseFloat(parts[1]);
            }
        }
        return new Forest(Double.parseDouble(lines.get(0)), features, thresholds);
    }

    /** The probability, from 0 to 1. */
    float probability(float[] values) {
        return (float) (1 / (1 + Math.exp(-sum(values))));
    }

    double sum(float[] values) {
        double sum = base;
        for (int tree = 0; tree < features.length; tree++) {
            int[] feature = features[tree];
            float[] threshold = thresholds[tree];
            int node = 0;
            while (feature[node] >= 0) {
                node = values[feature[node]] < threshold[node] ? 2 * node + 1 : 2 * node + 2;
            }
            sum += threshold[node];
        }
        return sum;
    }
}
