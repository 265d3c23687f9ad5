package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Runs payloads in places on one engine, and tells which of them reached code. */
final class Corpus {

    /** What a run came to: how many probes, how many of them were deployed, and where code was reached. */
    record Result(int probes, int deployed, Set<String> fired) {}

    private Corpus() {}

    /** Every payload in every place, and every file that names code. */
    static Result whole(Set<SafeModels.Layer> layers) {
        return run(layers, (place, payload) -> true);
    }

    /** In every place two payloads, so that all families have their turn. */
    static Result quick(Set<SafeModels.Layer> layers) {
        List<String> places = new ArrayList<>(Places.EXPRESSION.keySet());
        List<String> families = new ArrayList<>(Payloads.ALL.keySet());
        return run(layers, (place, payload) -> {
            int distance = Math.floorMod(families.indexOf(payload) - 2 * places.indexOf(place), families.size());
            return distance < 2;
        });
    }

    /** One family in every place whose name begins like this, and every file that names code so. */
    static Result family(Set<SafeModels.Layer> layers, String family, String prefix) {
        return run(layers, (place, payload) -> place.startsWith(prefix) && payload.equals(family));
    }

    private static Result run(Set<SafeModels.Layer> layers, BiPredicate<String, String> chosen) {
        Set<String> fired = new TreeSet<>();
        int probes = 0;
        int deployed = 0;
        try (var context = Engines.start("corpus", layers)) {
            ModelProbe probe = new ModelProbe(Engines.engine(context));
            for (Map.Entry<String, String> place : Places.EXPRESSION.entrySet()) {
                for (Map.Entry<String, String> payload : Payloads.ALL.entrySet()) {
                    if (chosen.test(place.getKey(), payload.getKey())) {
                        ModelProbe.Outcome outcome = probe.run(place.getValue(), payload.getValue());
                        probes++;
                        deployed += outcome.deployed() ? 1 : 0;
                        if (outcome.fired()) {
                            fired.add(place.getKey() + " / " + payload.getKey());
                        }
                    }
                }
            }
            for (Map.Entry<String, String> place : Places.CODE.entrySet()) {
                ModelProbe.Outcome outcome = probe.run(place.getValue(), "");
                probes++;
                deployed += outcome.deployed() ? 1 : 0;
                if (outcome.fired()) {
                    fired.add(place.getKey());
                }
            }
        }
        return new Result(probes, deployed, fired);
    }
}
