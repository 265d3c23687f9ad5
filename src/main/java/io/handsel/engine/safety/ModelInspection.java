package io.handsel.engine.safety;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Tells what is wrong with models before they are deployed: the same rules the engine applies when it deploys them, but
 * as values, all at once, and without touching the engine.
 *
 * <p>Files that belong to one deployment are inspected together, since a circle may lead through several of them.
 */
@Component
public class ModelInspection {

    private final BpmnPolicy processes;
    private final DmnPolicy decisions = new DmnPolicy();
    private final SafeExpressionManager expressions;

    public ModelInspection(ApplicationContext context) {
        PublishedBeans beans = new PublishedBeans(context);
        this.processes = new BpmnPolicy(beans);
        this.expressions = SafeExpressionManager.outsideTheEngine(beans);
    }

    /** Inspects one file on its own. */
    public List<ModelFinding> inspect(String name, byte[] content) {
        return inspect(Map.of(name, content));
    }

    /** Inspects the files of one deployment, by their names. */
    public List<ModelFinding> inspect(Map<String, byte[]> files) {
        List<ModelFinding> findings = new ArrayList<>();
        Map<String, Element> roots = new LinkedHashMap<>();
        files.forEach((name, content) -> {
            Optional<ModelFinding> refusal = FileRules.check(name, content);
            refusal.ifPresent(findings::add);
            if (refusal.isEmpty()) {
                switch (FileRules.kind(name)) {
                    case "bpmn" -> readProcess(name, content, roots, findings);
                    case "dmn" -> findings.addAll(checkDecision(name, content));
                    default -> findings.addAll(FormRules.check(name, content));
                }
            }
        });
        findings.addAll(DeploymentRules.check(roots));
        return List.copyOf(findings);
    }

    private void readProcess(String name, byte[] content, Map<String, Element> roots, List<ModelFinding> findings) {
        BpmnFile file = BpmnFile.validated(name, content);
        findings.addAll(file.findings());
        Element root = file.root();
        if (root == null || !file.findings().isEmpty()) {
            return;
        }
        roots.put(name, root);
        processes.check(
                root,
                (rule, element, owner, sentence) ->
                        findings.add(new ModelFinding(name, owner, element.getLine(), rule, sentence)));
        checkExpressions(name, root, null, findings);
    }

    private void checkExpressions(String name, Element element, @Nullable String around, List<ModelFinding> findings) {
        String owner = element.attribute("id") == null ? around : element.attribute("id");
        List<String> texts = new ArrayList<>(List.of(element.getText()));
        element.attributes().forEach(key -> texts.add(element.attribute(key)));
        for (String text : texts) {
            if (!text.contains("${") && !text.contains("#{") || text.length() > SafeExpressionManager.MAX_LENGTH) {
                continue;
            }
            try {
                expressions.createValueExpression(text.trim());
            } catch (ELException | ProcessEngineException e) {
                findings.add(new ModelFinding(
                        name,
                        owner,
                        element.getLine(),
                        ModelRule.EXPRESSION,
                        "Not readable as an expression: " + text.trim()));
            }
        }
        element.elements().stream()
                .filter(child -> !child.getTagName().equals("documentation"))
                .filter(child -> !child.getTagName().equals("textAnnotation"))
                .forEach(child -> checkExpressions(name, child, owner, findings));
    }

    private List<ModelFinding> checkDecision(String name, byte[] content) {
        try {
            return decisions.check(name, Dmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (ModelException e) {
            return List.of(
                    new ModelFinding(name, null, 0, ModelRule.SYNTAX, "Not a decision model: " + e.getMessage()));
        }
    }
}
