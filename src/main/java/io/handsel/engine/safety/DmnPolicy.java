package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** What a decision model may contain: decision tables and literal expressions, in bounded FEEL only. */
class DmnPolicy {

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "variable",
            "informationRequirement",
            "requiredDecision",
            "requiredInput",
            "inputData",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "literalExpression",
            "text",
            "description",
            "question",
            "allowedAnswers",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "extensionElements",
            "authorityRequirement",
            "requiredAuthority",
            "knowledgeSource",
            "annotation",
            "annotationEntry");
    private static final Set<String> EXPRESSIONS =
            Set.of("inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression");
    private static final Set<String> LANGUAGES = Set.of("expressionLanguage", "typeLanguage");
    private static final int MOST_CELLS = 5_000;

    /** Everything in this model that is not allowed. */
    List<ModelFinding> check(String file, DmnModelInstance model) {
        List<ModelFinding> findings = new ArrayList<>();
        int[] cells = {0};
        check(file, model.getDocument().getRootElement(), null, cells, findings);
        if (cells[0] > MOST_CELLS) {
            findings.add(new ModelFinding(file, null, 0, ModelRule.FEEL, "More than " + MOST_CELLS + " cells"));
        }
        return findings;
    }

    private void check(
            String file, DomElement element, @Nullable String around, int[] cells, List<ModelFinding> findings) {
        String id = element.getAttribute("id");
        String owner = id == null ? around : id;
        String kind = element.getLocalName();
        String namespace = element.getNamespaceURI();
        if (namespace != null && (namespace.contains("/DMNDI/") || namespace.contains("/DMN/20180521/D"))) {
            return; // the drawing
        }
        if (!ELEMENTS.contains(kind)) {
            findings.add(new ModelFinding(file, owner, 0, ModelRule.VOCABULARY, "Not allowed: " + kind));
            return;
        }
        for (String attribute : LANGUAGES) {
            String language = element.getAttribute(attribute);
            if (language != null && !isFeel(language)) {
                findings.add(new ModelFinding(
                        file, owner, 0, ModelRule.FEEL, "Decisions may only use FEEL, not " + language));
            }
        }
        for (String problem : feel(element, kind)) {
            findings.add(new ModelFinding(file, owner, 0, ModelRule.FEEL, problem));
        }
        if (EXPRESSIONS.contains(kind) || kind.equals("inputEntry")) {
            cells[0]++;
        }
        for (DomElement child : element.getChildElements()) {
            check(file, child, owner, cells, findings);
        }
    }

    private static List<String> feel(DomElement element, String kind) {
        if (!EXPRESSIONS.contains(kind) && !kind.equals("inputEntry")) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        for (DomElement child : element.getChildElements()) {
            if (child.getLocalName().equals("text")) {
                String text = child.getTextContent();
                problems.addAll(kind.equals("inputEntry") ? FeelRules.checkTests(text) : FeelRules.check(text));
            }
        }
        return problems;
    }

    private static boolean isFeel(String language) {
        return language.equals("feel")
                || language.matches("https?://www\\.omg\\.org/spec/(FEEL/20140401|DMN/\\d{8}/FEEL/?)");
    }
}
