package io.handsel.engine.safety;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What a decision model may contain: decision tables and literal expressions, in FEEL only. */
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
    private static final Set<String> LANGUAGE_ATTRIBUTES = Set.of("expressionLanguage", "typeLanguage");

    void check(DmnModelInstance model) {
        check(model.getDocument().getRootElement());
    }

    private void check(DomElement element) {
        String namespace = element.getNamespaceURI();
        if (namespace.contains("/DMNDI/") || namespace.contains("/DMN/20180521/D")) return; // the drawing
        if (!ELEMENTS.contains(element.getLocalName())) throw refused("element " + element.getLocalName());
        for (String attribute : LANGUAGE_ATTRIBUTES) {
            String language = element.getAttribute(attribute);
            if (language != null && !isFeel(language)) throw refused(attribute + " " + language);
        }
        element.getChildElements().forEach(this::check);
    }

    private static boolean isFeel(String language) {
        return language.equals("feel")
                || language.matches("https?://www\\.omg\\.org/spec/(FEEL/20140401|DMN/\\d{8}/FEEL/?)");
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("Decisions may only use FEEL; not allowed: " + what);
    }
}
