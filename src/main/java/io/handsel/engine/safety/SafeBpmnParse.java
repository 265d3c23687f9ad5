package io.handsel.engine.safety;

import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Stands between reading a file and interpreting it: applies {@link BpmnPolicy}, and puts the bounds into the process
 * that only show while it runs. A parse listener would come too late: the engine creates some classes named in a model
 * (form handlers, for one) while it interprets.
 */
class SafeBpmnParse extends BpmnParse {

    /** Which of the two a factory does: check the file, bound the process. */
    record Factory(BpmnPolicy policy, boolean checks, boolean bounds) implements BpmnParseFactory {

        @Override
        public BpmnParse createBpmnParse(BpmnParser parser) {
            return new SafeBpmnParse(parser, this);
        }
    }

    private final Factory factory;
    private Set<String> loops = Set.of();
    private boolean inTimerOnLoop;

    private SafeBpmnParse(BpmnParser parser, Factory factory) {
        super(parser);
        this.factory = factory;
    }

    @Override
    protected void parseRootElement() {
        if (factory.checks()) {
            factory.policy()
                    .check(
                            rootElement,
                            (rule, element, owner, sentence) ->
                                    addError(sentence + " (" + rule + ", element " + owner + ")", element));
        }
        if (hasErrors()) {
            return;
        }
        if (factory.bounds()) {
            loops = new FlowGraph(rootElement).onLoops();
        }
        super.parseRootElement();
        if (factory.bounds()) {
            for (ProcessDefinitionEntity process : getProcessDefinitions()) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, StepBudget.CALL);
                process.getActivities().forEach(SafeBpmnParse::count);
            }
        }
    }

    private static void count(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, StepBudget.STEP);
        activity.getActivities().forEach(SafeBpmnParse::count);
    }

    @Override
    public ScopeImpl parseMultiInstanceLoopCharacteristics(Element activity, ScopeImpl scope) {
        ScopeImpl body = super.parseMultiInstanceLoopCharacteristics(activity, scope);
        if (factory.bounds()
                && body instanceof ActivityImpl multiplied
                && multiplied.getActivityBehavior() instanceof MultiInstanceActivityBehavior behavior) {
            if (behavior.getCollectionVariable() != null) {
                Expression variable = expressionManager.createExpression("${" + behavior.getCollectionVariable() + "}");
                behavior.setCollectionVariable(null);
                behavior.setCollectionExpression(variable);
            }
            if (behavior.getCollectionExpression() != null) {
                behavior.setCollectionExpression(new BoundedCollection(behavior.getCollectionExpression()));
            }
        }
        return body;
    }

    @Override
    protected TimerDeclarationImpl parseTimer(Element definition, ActivityImpl event, String handler) {
        inTimerOnLoop = loops.contains(event.getId());
        TimerDeclarationImpl timer = super.parseTimer(definition, event, handler);
        inTimerOnLoop = false;
        return timer;
    }

    @Override
    protected org.camunda.bpm.engine.impl.el.@Nullable Expression parseExpression(Element parent, String name) {
        var expression = super.parseExpression(parent, name);
        return inTimerOnLoop && expression != null ? new SpacedTime(expression, name) : expression;
    }
}
