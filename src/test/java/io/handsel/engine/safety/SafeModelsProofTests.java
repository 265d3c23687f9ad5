package io.handsel.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.engine.safety.SafeModels.Layer;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The whole corpus: every payload in every place. Takes minutes. */
@Tag("proof")
class SafeModelsProofTests {

    @Test
    void nothing_of_the_whole_corpus_runs(TestReporter reporter) {
        Corpus.Result result = Corpus.whole(EnumSet.allOf(Layer.class));

        reporter.publishEntry("all layers", "%d probes, %d deployed".formatted(result.probes(), result.deployed()));
        assertThat(result.probes()).isGreaterThanOrEqualTo(130 * 30);
        assertThat(result.fired()).isEmpty();
    }

    @Test
    void without_any_layer_every_kind_of_place_runs_code(TestReporter reporter) {
        Corpus.Result result = Corpus.family(EnumSet.noneOf(Layer.class), "text-getClass", "");

        reporter.publishEntry(
                "no layer",
                "%d probes, %d fired".formatted(result.probes(), result.fired().size()));
        assertThat(result.fired()).hasSizeGreaterThan(100);
    }

    @Test
    void without_expressions_fenced_in_code_runs(TestReporter reporter) {
        Corpus.Result result = Corpus.family(EnumSet.complementOf(EnumSet.of(Layer.EXPRESSIONS)), "text-getClass", "");

        reporter.publishEntry(
                "no expressions",
                "%d probes, %d fired".formatted(result.probes(), result.fired().size()));
        assertThat(result.fired()).hasSizeGreaterThan(40);
    }
}
