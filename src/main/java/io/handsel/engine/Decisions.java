package io.handsel.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.springframework.stereotype.Service;

/** Asks decision tables, for services that need an answer outside a process: the table's newest version counts. */
@Service
public class Decisions {

    private static final Pattern TEXT = Pattern.compile("\\s*\"([^\"]*)\"\\s*");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern COMPARISON = Pattern.compile("([\\s\\[\\]()<>=,.]|not(?=\\s*\\()|-?\\d+|-)*");

    private final DecisionService engine;
    private final RepositoryService models;

    Decisions(DecisionService engine, RepositoryService models) {
        this.engine = engine;
        this.models = models;
    }

    /** Every matched row. */
    public List<Decision> all(DecisionKey table, Facts facts) {
        return engine.evaluateDecisionTableByKey(table.key(), facts.asVariables()).stream()
                .map(row -> new Decision(table, row.getEntryMap()))
                .toList();
    }

    /** @throws IllegalStateException if the table has no matching row or several */
    public Decision one(DecisionKey table, Facts facts) {
        return find(table, facts)
                .orElseThrow(() -> new IllegalStateException("Table " + table + " has no row for " + facts));
    }

    /** @throws IllegalStateException if several rows match */
    public Optional<Decision> find(DecisionKey table, Facts facts) {
        var rows = all(table, facts);
        if (rows.size() > 1) {
            throw new IllegalStateException("Table " + table + " has " + rows.size() + " rows for " + facts);
        }
        return rows.stream().findFirst();
    }

    /**
     * Names the table's newest version; another name means that it has been published anew.
     *
     * @throws IllegalStateException if there is no such table
     */
    public String version(DecisionKey table) {
        var newest = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.key())
                .latestVersion()
                .singleResult();
        if (newest == null) {
            throw new IllegalStateException("There is no table " + table);
        }
        return newest.getId();
    }

    /**
     * The numbers the newest version of a table compares an input with: what lies between two of them is alike to it.
     * Empty where it does more with the input than compare it with numbers.
     */
    public Optional<NavigableSet<BigDecimal>> bounds(DecisionKey table, String input) {
        var numbers = new TreeSet<BigDecimal>();
        for (var rules : models.getDmnModelInstance(version(table)).getModelElementsByType(DecisionTable.class)) {
            var columns = rules.getInputs().stream()
                    .map(column -> column.getInputExpression()
                            .getText()
                            .getTextContent()
                            .strip())
                    .toList();
            var alone = columns.stream()
                    .filter(column -> Pattern.compile("\\b" + input + "\\b")
                            .matcher(column)
                            .find())
                    .allMatch(input::equals);
            if (!alone) {
                return Optional.empty();
            }
            for (var rule : rules.getRules()) {
                var cells = List.copyOf(rule.getInputEntries());
                for (int at = 0; at < columns.size() && at < cells.size(); at++) {
                    var cell = cells.get(at).getTextContent().strip();
                    if (columns.get(at).equals(input)) {
                        if (!COMPARISON.matcher(cell).matches()) {
                            return Optional.empty();
                        }
                        NUMBER.matcher(cell)
                                .results()
                                .map(found -> new BigDecimal(found.group()))
                                .forEach(numbers::add);
                    } else if (cell.contains(input)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(numbers);
    }

    /** Every text that the newest version of a table can answer in this column, as far as it is written there plainly. */
    public Set<String> texts(DecisionKey table, String output) {
        var newest = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(table.key())
                .latestVersion()
                .singleResult();
        if (newest == null) {
            return Set.of();
        }
        var texts = new TreeSet<String>();
        for (var rules : models.getDmnModelInstance(newest.getId()).getModelElementsByType(DecisionTable.class)) {
            var columns =
                    rules.getOutputs().stream().map(column -> column.getName()).toList();
            for (var rule : rules.getRules()) {
                var cells = List.copyOf(rule.getOutputEntries());
                for (int at = 0; at < columns.size() && at < cells.size(); at++) {
                    var text = TEXT.matcher(cells.get(at).getTextContent());
                    if (output.equals(columns.get(at)) && text.matches()) {
                        texts.add(text.group(1));
                    }
                }
            }
        }
        return texts;
    }
}
