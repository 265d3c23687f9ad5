package io.handsel.forms;

import io.handsel.forms.SchemaFinding.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at every expression and template of a schema before it is published. */
final class ExpressionChecks {

    /** Properties that hold an expression when they start with "="; conditions and sources hold one in any case. */
    private static final Set<String> EXPRESSIONS = Set.of(
            "hide",
            "readonly",
            "min",
            "max",
            "minLength",
            "maxLength",
            "valuesExpression",
            "dataSource",
            "columnsExpression",
            "expression",
            "multiple");

    private static final Set<String> TEMPLATES = Set.of(
            "label",
            "description",
            "prefixAdorner",
            "suffixAdorner",
            "source",
            "alt",
            "accept",
            "text",
            "content",
            "dateLabel",
            "timeLabel");

    private static final Set<String> PLACES =
            Set.of("components", "conditional", "validate", "appearance", "properties");

    private final Feel feel;
    private final List<SchemaFinding> findings = new ArrayList<>();
    private Map<String, @Nullable Object> empty = Map.of();

    ExpressionChecks(Feel feel) {
        this.feel = feel;
    }

    List<SchemaFinding> findings(JsonNode root, List<Component> components) {
        empty = new HashMap<>(EmptyAnswers.of(components));
        empty.put("this", Map.of());
        empty.put("parent", Map.of());
        empty.put("i", List.of(1, 1, 1));
        visit(root, "");
        return findings;
    }

    private void visit(JsonNode node, String at) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            JsonNode child = property.getValue();
            String pointer = at + "/" + name;
            if (child.isString() && EXPRESSIONS.contains(name)) {
                expression(name, child.asString(), pointer);
            } else if (child.isString() && TEMPLATES.contains(name)) {
                Feelers.expressions(child.asString()).forEach(inserted -> complain(inserted, pointer));
            } else if (child.isObject() && PLACES.contains(name)) {
                visit(child, pointer);
            } else if (child.isArray() && name.equals("components")) {
                for (int i = 0; i < child.size(); i++) {
                    visit(child.get(i), pointer + "/" + i);
                }
            }
        }
    }

    private void expression(String name, String text, String pointer) {
        String expression = SchemaNode.expression(text);
        if (expression == null || !text.startsWith("=")) {
            return;
        }
        boolean sound = complain(expression, pointer);
        if (sound && Set.of("hide", "readonly").contains(name) && feel.evaluate(expression, empty) == null) {
            String effect = name.equals("hide") ? "hides the component" : "makes the field read-only";
            findings.add(new SchemaFinding(
                    Weight.WARNING,
                    pointer,
                    "is null while the fields are empty, and null " + effect
                            + "; say what is meant, as in: amount != null and amount > 5"));
        }
    }

    private boolean complain(String expression, String pointer) {
        return feel.complaint(expression)
                .map(complaint ->
                        findings.add(new SchemaFinding(Weight.REFUSED, pointer, "FEEL cannot be used: " + complaint)))
                .isEmpty();
    }
}
