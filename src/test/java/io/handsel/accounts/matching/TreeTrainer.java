package io.handsel.accounts.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Learns a forest by gradient boosting on the logistic loss; values are sorted into bins once, trees are complete. */
final class TreeTrainer {

    private static final int BINS = 48;
    private static final double RATE = 0.09;
    private static final double SMOOTHING = 2;
    private static final double LEAST_IN_LEAF = 4;

    private final int trees;
    private final int depth;
    private final int features;
    private final float seen;

    TreeTrainer(int trees, int depth, int features) {
        this(trees, depth, features, 1);
    }

    /** @param seen the share of features each tree may look at: those that see less learn less by heart */
    TreeTrainer(int trees, int depth, int features, float seen) {
        this.trees = trees;
        this.depth = depth;
        this.features = features;
        this.seen = seen;
    }

    /** The lines of a forest's text. */
    List<String> learn(List<float[]> rows, boolean[] labels, float[] weights) {
        return learn(rows, labels, weights, new int[0]);
    }

    /**
     * Learns an order instead of a probability: in each group of rows the right ones are to come first.
     *
     * @param starts where each group begins; the last entry is the number of rows
     */
    List<String> learn(List<float[]> rows, boolean[] labels, float[] weights, int[] starts) {
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
        double base = starts.length > 0 ? 0 : Math.log((right + 1) / (all - right + 1));
        var score = new double[n];
        Arrays.fill(score, base);
        var lines = new ArrayList<String>();
        lines.add(String.valueOf(base));
        for (int tree = 0; tree < trees; tree++) {
            lines.add(grow(visible(cuts, tree), bins, labels, weights, score, starts));
        }
        return lines;
    }

    private float[][] visible(float[][] cuts, int tree) {
        var random = new Random(tree * 31L + 7);
        var visible = new float[features][];
        for (int feature = 0; feature < features; feature++) {
            visible[feature] = random.nextFloat() < seen ? cuts[feature] : new float[0];
        }
        return visible;
    }

    private String grow(
            float[][] cuts, byte[][] bins, boolean[] labels, float[] weights, double[] score, int[] starts) {
        int n = score.length;
        var gradient = new double[n];
        var curvature = new double[n];
        var expected = starts.length == 0 ? probabilities(score) : shares(score, starts);
        var wanted = starts.length == 0 ? wanted(labels) : wantedShares(labels, starts);
        for (int row = 0; row < n; row++) {
            gradient[row] = weights[row] * (wanted[row] - expected[row]);
            curvature[row] = weights[row] * expected[row] * (1 - expected[row]);
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

    private static double[] probabilities(double[] score) {
        var probabilities = new double[score.length];
        for (int row = 0; row < score.length; row++) {
            probabilities[row] = 1 / (1 + Math.exp(-score[row]));
        }
        return probabilities;
    }

    private static double[] wanted(boolean[] labels) {
        var wanted = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            wanted[row] = labels[row] ? 1 : 0;
        }
        return wanted;
    }

    private static double[] shares(double[] score, int[] starts) {
        var shares = new double[score.length];
        for (int group = 0; group + 1 < starts.length; group++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int row = starts[group]; row < starts[group + 1]; row++) {
                most = Math.max(most, score[row]);
            }
            double sum = 0;
            for (int row = starts[group]; row < starts[group + 1]; row++) {
                shares[row] = Math.exp(score[row] - most);
                sum += shares[row];
            }
            for (int row = starts[group]; row < starts[group + 1]; row++) {
                shares[row] /= sum;
            }
        }
        return shares;
    }

    private static double[] wantedShares(boolean[] labels, int[] starts) {
        var wanted = new double[labels.length];
        for (int group = 0; group + 1 < starts.length; group++) {
            int right = 0;
            for (int row = starts[group]; row < starts[group + 1]; row++) {
                right += labels[row] ? 1 : 0;
            }
            for (int row = starts[group]; row < starts[group + 1]; row++) {
                wanted[row] = labels[row] ? 1.0 / right : 0;
            }
        }
        return wanted;
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
