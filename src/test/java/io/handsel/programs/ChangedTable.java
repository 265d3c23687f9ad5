package io.handsel.programs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A decision table as a designer changes it in the modeler: new input columns, and new rows above those that are there.
 * A row names its cells by input expression or output name; a row {@code like} another begins as its copy.
 */
final class ChangedTable {

    private final DmnModelInstance model;
    private final DecisionTable table;

    private ChangedTable(DmnModelInstance model) {
        this.model = model;
        this.table =
                model.getModelElementsByType(DecisionTable.class).iterator().next();
    }

    static ChangedTable of(byte[] content) {
        return new ChangedTable(Dmn.readModelFromStream(new ByteArrayInputStream(content)));
    }

    byte[] with(String program, List<Map<String, Object>> changes) {
        ModelElementInstance above =
                List.copyOf(table.getOutputs()).get(table.getOutputs().size() - 1);
        var count = 0;
        for (var change : changes) {
            if (change.containsKey("column")) {
                addColumn(text(change, "column"), text(change, "label"));
            } else {
                var rule = rule(program + "-" + ++count, change);
                table.insertElementAfter(rule, above);
                above = rule;
            }
        }
        return Dmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }

    private void addColumn(String read, String label) {
        var input = model.newInstance(Input.class);
        input.setLabel(label);
        var expression = model.newInstance(InputExpression.class);
        expression.setTypeRef("string");
        expression.setText(text(read));
        input.setInputExpression(expression);
        table.getInputs().add(input);
        table.getRules().forEach(rule -> rule.getInputEntries().add(inputEntry("")));
    }

    private Rule rule(String id, Map<String, Object> change) {
        var cells = cells(text(change, "like"));
        change.forEach((name, cell) -> {
            if (!List.of("like", "why").contains(name) && cells.replace(name, String.valueOf(cell)) == null) {
                throw new IllegalArgumentException("The table " + table.getId() + " has no column " + name);
            }
        });
        var rule = model.newInstance(Rule.class);
        rule.setId(id);
        var why = model.newInstance(Description.class);
        why.setTextContent(text(change, "why"));
        rule.setDescription(why);
        inputs().forEach(name -> rule.getInputEntries().add(inputEntry(Objects.requireNonNull(cells.get(name)))));
        outputs().forEach(name -> rule.getOutputEntries().add(outputEntry(Objects.requireNonNull(cells.get(name)))));
        return rule;
    }

    /** The cells of a row by column; of none, empty ones. */
    private Map<String, String> cells(String like) {
        Map<String, String> cells = new LinkedHashMap<>();
        inputs().forEach(name -> cells.put(name, ""));
        outputs().forEach(name -> cells.put(name, ""));
        if (!like.isEmpty()) {
            Rule row = Objects.requireNonNull(model.getModelElementById(like));
            var texts = new ArrayList<String>();
            row.getInputEntries()
                    .forEach(entry -> texts.add(entry.getTextContent().strip()));
            row.getOutputEntries()
                    .forEach(entry -> texts.add(entry.getTextContent().strip()));
            var text = texts.iterator();
            cells.replaceAll((name, empty) -> text.next());
        }
        return cells;
    }

    private List<String> inputs() {
        return table.getInputs().stream()
                .map(input ->
                        input.getInputExpression().getText().getTextContent().strip())
                .toList();
    }

    private List<String> outputs() {
        return table.getOutputs().stream().map(Output::getName).toList();
    }

    private InputEntry inputEntry(String cell) {
        var entry = model.newInstance(InputEntry.class);
        entry.setText(text(cell));
        return entry;
    }

    private OutputEntry outputEntry(String cell) {
        var entry = model.newInstance(OutputEntry.class);
        entry.setText(text(cell));
        return entry;
    }

    private Text text(String content) {
        var text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private static String text(Map<String, Object> change, String name) {
        return String.valueOf(change.getOrDefault(name, ""));
    }
}
