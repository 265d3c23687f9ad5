package io.handsel.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.handsel.engine.safety.SafeModels.Layer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text of a model reaches code; take a layer away and it does. The whole corpus runs in the proof tests. */
class SafeModelsTests {

    private static final Set<Layer> ALL = EnumSet.allOf(Layer.class);

    @Test
    void the_corpus_is_as_large_as_promised() {
        assertThat(Places.EXPRESSION).hasSizeGreaterThanOrEqualTo(130);
        assertThat(Payloads.ALL).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void nothing_runs_with_all_layers() {
        Corpus.Result result = Corpus.quick(ALL);

        assertThat(result.probes()).isEqualTo(2 * Places.EXPRESSION.size() + Places.CODE.size());
        assertThat(result.deployed()).as("files that got as far as running").isPositive();
        assertThat(result.fired()).isEmpty();
    }

    @Test
    void without_expressions_fenced_in_most_places_run_code() {
        Corpus.Result result = Corpus.family(without(Layer.EXPRESSIONS), "text-getClass", "task");

        assertThat(result.fired()).contains("task-assignee / text-getClass", "task-name / text-getClass");
    }

    @Test
    void without_the_process_vocabulary_named_classes_run() {
        Corpus.Result result = Corpus.family(without(Layer.PROCESSES), "none", "");

        assertThat(result.fired()).contains("class-service", "shell", "class-form-handler");
    }

    @Test
    void without_the_process_vocabulary_an_object_in_a_variable_would_run_if_it_could_get_there() {
        Corpus.Result result = Corpus.family(without(Layer.PROCESSES, Layer.VARIABLES), "none", "");

        assertThat(result.fired()).contains("variable-as-delegate");
    }

    @Test
    void without_bounded_decisions_feel_calls_java_objects() {
        Corpus.Result result = Corpus.family(without(Layer.DECISIONS), "none", "");

        assertThat(result.fired()).containsExactly("feel-object-method", "feel-object-property");
    }

    @Test
    void scripts_are_a_second_line_behind_both_vocabularies() {
        Set<Layer> both = without(Layer.PROCESSES, Layer.DECISIONS);
        Set<Layer> neither = without(Layer.PROCESSES, Layer.DECISIONS, Layer.SCRIPTS);

        assertThat(Corpus.family(both, "text-getClass", "script").fired())
                .noneMatch(place -> place.startsWith("script"));
        assertThat(Corpus.family(neither, "text-getClass", "script").fired())
                .anyMatch(place -> place.startsWith("script"));
    }

    @Test
    void with_no_layer_at_all_expressions_and_classes_run() {
        Corpus.Result result = Corpus.family(EnumSet.noneOf(Layer.class), "text-getClass", "task");

        assertThat(result.fired()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("intruders")
    void refuses_to_start_when_a_later_plug_in_replaces_a_layer(AbstractProcessEnginePlugin intruder) {
        assertThatThrownBy(() -> Engines.startWith(intruder))
                .rootCause()
                .hasMessage("Another plug-in has replaced a layer of SafeModels");
    }

    static Set<AbstractProcessEnginePlugin> intruders() {
        return Set.of(
                intruder("expressions", engine -> engine.setExpressionManager(new JuelExpressionManager())),
                intruder("scripts", engine -> engine.setScriptEngineResolver(new DefaultScriptEngineResolver(null))),
                intruder("processes", engine -> engine.setBpmnParseFactory(null)),
                intruder("cases", engine -> engine.setCmmnEnabled(true)),
                intruder("decisions", engine -> engine.setDmnEngineConfiguration(null)),
                intruder("deployments", engine -> engine.setCustomPreDeployers(null)),
                intruder("timers", engine -> engine.setBusinessCalendarManager(null)),
                intruder("steps", engine -> engine.setCustomSessionFactories(null)),
                intruder("variables", engine -> engine.setCustomPreVariableSerializers(null)),
                intruder("serialised objects", engine -> engine.setJavaSerializationFormatEnabled(true)),
                intruder("entities", engine -> engine.setEnableXxeProcessing(true)),
                intruder("queries", engine -> engine.setEnableExpressionsInAdhocQueries(true)));
    }

    private static AbstractProcessEnginePlugin intruder(String name, Consumer<ProcessEngineConfigurationImpl> change) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                change.accept(engine);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private static Set<Layer> without(Layer... missing) {
        Set<Layer> layers = EnumSet.allOf(Layer.class);
        layers.removeAll(Set.of(missing));
        return layers;
    }
}
