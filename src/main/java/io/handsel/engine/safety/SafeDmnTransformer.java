package io.handsel.engine.safety;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Applies {@link DmnPolicy} between reading a decision model and interpreting it. */
class SafeDmnTransformer extends DefaultDmnTransformer {

    private final DmnPolicy policy = new DmnPolicy();

    @Override
    public DmnTransform createTransform() {
        return new DefaultDmnTransform(this) {
            @Override
            public <T extends DmnDecisionRequirementsGraph> T transformDecisionRequirementsGraph() {
                check(modelInstance);
                return super.transformDecisionRequirementsGraph();
            }

            @Override
            public <T extends DmnDecision> List<T> transformDecisions() {
                check(modelInstance);
                return super.transformDecisions();
            }
        };
    }

    private void check(DmnModelInstance model) {
        List<ModelFinding> findings = policy.check("decision", model);
        if (!findings.isEmpty()) {
            throw new ProcessEngineException("Decision refused: " + findings);
        }
    }
}
