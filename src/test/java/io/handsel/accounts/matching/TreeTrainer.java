package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Learns a forest by gradient boosting on the logistic loss; values are sorted into bins once, trees are complete. */
final class TreeTrainer {

    private static final int BINS = 48;
    private static final double RATE = 0.09;
    private static final double SMOOTHING = 2;
    private static final double LEAST_IN_LEAF = 4;

    private final int trees;
    private final int depth;
    private final int features;

    TreeTrainer(int trees, int depth, int features) {
        this.trees = trees;
        this.depth = depth;
        this.features = features;
    }

    /** The lines of a forest's text. */
    List<String> learn(List<float[]> rows, boolean[] labels, float[] weights) {
        int n = rows.size();
        var cuts = new float[features][];
        var bins = new byte[features][n];
        for (int feature = 0; feature < features; feature++) {
            cuts[feature] = cuts(rows, feature);
            for (int row = 0; row < n; row++) {
                bins[feature][row] = (byte) bin(cuts[feature], rows.get(row)[feature]);
            }
        }
        double right = 0;
        double all = 0;
        for (int row = 0; row < n; row++) {
            right += labels[row] ? weights[row] : 0;
            all += weights[row];
        }
        double base = Math.log((right + 1) / (all - right + 1));
        var score = new double[n];
        Arrays.fill(score, base);
        var lines = new ArrayList<String>();
        lines.add(String.valueOf(base));
        for (int tree = 0; tree < trees; tree++) {
            lines.add(grow(cuts, bins, labels, weights, score));
        }
        return lines;
    }

    private String grow(float[][] cuts, byte[][] bins, boolean[] labels, float[] weights, double[] score) {
        int n = score.length;
        var gradient = new double[n];
        var curvature = new double[n];
        for (int row = 0; row < n; row++) {
            double p = 1 / (1 + Math.exp(-score[row]));
            gradient[row] = weights[row] * ((labels[row] ? 1 : 0) - p);
            curvature[row] = weights[row] * p * (1 - p);
        }
        int nodes = (1 << (depth + 1)) - 1;
        var feature = new int[nodes];
        var threshold = new float[nodes];
        Arrays.fill(feature, -1);
        var rows = new int[nodes][];
        rows[0] = new int[n];
        for (int row = 0; row < n; row++) {
            rows[0][row] = row;
        }
        for (int node = 0; node < nodes; node++) {
            if (rows[node] == null) {
                continue;
            }
            boolean last = node >= (1 << depth) - 1;
            int[] split = last ? null : split(rows[node], bins, gradient, curvature, cuts);
            if (split == null) {
                double g = 0;
                double h = 0;
                for (int row : rows[node]) {
                    g += gradient[row];
                    h += curvature[row];
                }
                float gain = (float) (RATE * g / (h + SMOOTHING));
                threshold[node] = gain;
                for (int row : rows[node]) {
                    score[row] += gain;
                }
            } else {
                feature[node] = split[0];
                threshold[node] = cuts[split[0]][split[1]];
                divide(rows, node, bins[split[0]], split[1]);
            }
            rows[node] = null;
        }
        var text = new StringBuilder();
        for (int node = 0; node < nodes; node++) {
            text.append(node == 0 ? "" : " ").append(feature[node]).append('@').append(short4(threshold[node]));
        }
        return text.toString().replaceAll("( -1@0)+$", "");
    }

    private static String short4(float number) {
        return number == 0
                ? "0"
                : String.format(Locale.ROOT, "%.5g", number)
                        .replaceAll("(\\.\\d*?)0+$", "$1")
                        .replaceAll("\\.$", "");
    }

    private int[] split(int[] rows, byte[][] bins, double[] gradient, double[] curvature, float[][] cuts) {
        double allG = 0;
        double allH = 0;
        for (int row : rows) {
            allG += gradient[row];
            allH += curvature[row];
        }
        if (allH < 2 * LEAST_IN_LEAF) {
            return null;
        }
        double best = 0.5;
        int[] found = null;
        var g = new double[BINS + 1];
        var h = new double[BINS + 1];
        for (int feature = 0; feature < features; feature++) {
            if (cuts[feature].length == 0) {
                continue;
            }
            Arrays.fill(g, 0);
            Arrays.fill(h, 0);
            byte[] bin = bins[feature];
            for (int row : rows) {
                g[bin[row]] += gradient[row];
                h[bin[row]] += curvature[row];
            }
            double leftG = 0;
            double leftH = 0;
            for (int cut = 0; cut < cuts[feature].length; cut++) {
                leftG += g[cut];
                leftH += h[cut];
                double rightG = allG - leftG;
                double rightH = allH - leftH;
                if (leftH < LEAST_IN_LEAF || rightH < LEAST_IN_LEAF) {
                    continue;
                }
                double gain = leftG * leftG / (leftH + SMOOTHING)
                        + rightG * rightG / (rightH + SMOOTHING)
                        - allG * allG / (allH + SMOOTHING);
                if (gain > best) {
                    best = gain;
                    found = new int[] {feature, cut};
                }
            }
        }
        return found;
    }

    private static void divide(int[][] rows, int node, byte[] bin, int cut) {
        int left = 0;
        for (int row : rows[node]) {
            left += bin[row] <= cut ? 1 : 0;
        }
        var lower = new int[left];
        var upper = new int[rows[node].length - left];
        int l = 0;
        int u = 0;
        for (int row : rows[node]) {
            if (bin[row] <= cut) {
                lower[l++] = row;
            } else {
                upper[u++] = row;
            }
        }
        rows[2 * node + 1] = lower;
        rows[2 * node + 2] = upper;
    }

    /** A value below the first cut is in bin 0, below the second in bin 1, and so on. */
    private static int bin(float[] cuts, float value) {
        int bin = 0;
        while (bin < cuts.length && value >= cuts[bin]) {
            bin++;
        }
        return bin;
    }

    private static float[] cuts(List<float[]> rows, int feature) {
        int step = Math.max(1, rows.size() / 40_000);
        var sample = new float[(rows.size() + step - 1) / step];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = rows.get(i * step)[feature];
        }
        Arrays.sort(sample);
        var cuts = new ArrayList<Float>();
        for (int bin = 1; bin < BINS; bin++) {
            float value = sample[(int) ((long) bin * sample.length / BINS)];
            if (value > sample[0] && (cuts.isEmpty() || value > cuts.get(cuts.size() - 1))) {
                cuts.add(Float.parseFloat(short4(value)));
            }
        }
        // The rarest values matter most where nearly all rows share one.
        for (int distinct = 1; distinct < sample.length && cuts.size() < 4; distinct++) {
            if (sample[distinct] > sample[distinct - 1] && !cuts.contains(sample[distinct])) {
                cuts.add(sample[distinct]);
            }
        }
        var result = new float[cuts.size()];
        cuts.sort(Float::compare);
        for (int i = 0; i < result.length; i++) {
            result[i] = cuts.get(i);
        }
        return result;
    }
}
