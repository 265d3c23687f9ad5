package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * A decision table alone, without the process engine: asks it and remembers which rows have answered, so that a test
 * can demand that each of them is hit.
 *
 * <pre>{@code
 * static final DecisionTable TABLE = DecisionTable.of("deals", "deal-approval");
 *
 * @Test
 * void a_large_deal_goes_to_the_director() {
 *     assertThat(TABLE.one(Facts.of("valueInEuros", 60_000)).text("route")).isEqualTo("director");
 * }
 *
 * @AfterAll
 * static void every_row_was_hit() {
 *     TABLE.assertEveryRowWasHit();
 * }
 * }</pre>
 */
public final class DecisionTable {

    private final DecisionKey key;
    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final Set<String> hit = new ConcurrentSkipListSet<>();

    private DecisionTable(DecisionKey key, DmnModelInstance model) {
        this.key = key;
        this.model = model;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(event -> event.getMatchingRules().stream()
                        .map(DmnEvaluatedDecisionRule::getId)
                        .forEach(hit::add));
        this.engine = configuration.buildEngine();
    }

    /** The table in {@code processes/<module>/<key>.dmn}. */
    public static DecisionTable of(String module, String key) {
        return of(Path.of("processes", module, key + ".dmn"));
    }

    public static DecisionTable of(Path file) {
        try {
            var model = Dmn.readModelFromStream(new ByteArrayInputStream(Files.readAllBytes(file)));
            return new DecisionTable(
                    DecisionKey.of(file.getFileName().toString().replaceFirst("\\.dmn$", "")), model);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every row that answers. */
    public List<Decision> all(Facts facts) {
        return engine.evaluateDecisionTable(key.key(), model, facts.asVariables()).getResultList().stream()
                .map(row -> new Decision(key, row))
                .toList();
    }

    public Optional<Decision> find(Facts facts) {
        var rows = all(facts);
        assertThat(rows).as("rows of %s for %s", key, facts).hasSizeLessThan(2);
        return rows.stream().findFirst();
    }

    /** The one row that answers; fails where there is none. */
    public Decision one(Facts facts) {
        return find(facts).orElseThrow(() -> new AssertionError("No row of " + key + " for " + facts.asVariables()));
    }

    public Set<String> rows() {
        return model.getModelElementsByType(Rule.class).stream()
                .map(Rule::getId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Set<String> rowsHit() {
        return new TreeSet<>(hit);
    }

    public void assertEveryRowWasHit() {
        var missed = rows();
        missed.removeAll(hit);
        assertThat(missed).as("rows of %s that no test hits", key).isEmpty();
    }
}
