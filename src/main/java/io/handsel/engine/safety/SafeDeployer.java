package io.handsel.engine.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a new deployment before any other deployer reads it: for files nobody should read, and for what only shows
 * when all of its files are seen together.
 */
class SafeDeployer implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFinding> findings = new ArrayList<>();
        Map<String, Element> roots = new LinkedHashMap<>();
        for (ResourceEntity resource : deployment.getResources().values()) {
            String name = resource.getName();
            Optional<ModelFinding> refusal = FileRules.check(name, resource.getBytes());
            refusal.ifPresent(findings::add);
            if (refusal.isEmpty() && FileRules.kind(name).equals("bpmn")) {
                Element root = BpmnFile.read(name, resource.getBytes()).root();
                if (root != null) {
                    roots.put(name, root);
                }
            }
            if (refusal.isEmpty() && FileRules.kind(name).equals("form")) {
                findings.addAll(FormRules.check(name, resource.getBytes()));
            }
        }
        findings.addAll(DeploymentRules.check(roots));
        if (!findings.isEmpty()) {
            throw new ProcessEngineException("Deployment refused: " + findings);
        }
    }
}
