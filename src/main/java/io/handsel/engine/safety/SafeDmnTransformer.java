package io.handsel.engine.safety;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;

/** Applies {@link DmnPolicy} between reading a decision model and interpreting it. */
class SafeDmnTransformer extends DefaultDmnTransformer {

    private final DmnPolicy policy = new DmnPolicy();

    @Override
    public DmnTransform createTransform() {
        return new DefaultDmnTransform(this) {
            @Override
            public <T extends DmnDecisionRequirementsGraph> T transformDecisionRequirementsGraph() {
                policy.check(modelInstance);
                return super.transformDecisionRequirementsGraph();
            }

            @Override
            public <T extends DmnDecision> List<T> transformDecisions() {
                policy.check(modelInstance);
                return super.transformDecisions();
            }
        };
    }
}
