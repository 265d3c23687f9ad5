package io.handsel.engine.safety;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;

/**
 * Applies {@link BpmnPolicy} between reading a file and interpreting it. A parse listener would come too late:
 * the engine creates some classes named in a model (form handlers, for one) while it interprets.
 */
class SafeBpmnParse extends BpmnParse {

    record Factory(BpmnPolicy policy) implements BpmnParseFactory {
        @Override
        public BpmnParse createBpmnParse(BpmnParser parser) {
            return new SafeBpmnParse(parser, policy);
        }
    }

    private final BpmnPolicy policy;

    private SafeBpmnParse(BpmnParser parser, BpmnPolicy policy) {
        super(parser);
        this.policy = policy;
    }

    @Override
    protected void parseRootElement() {
        policy.check(rootElement, this::addError);
        if (!hasErrors()) super.parseRootElement();
    }
}
