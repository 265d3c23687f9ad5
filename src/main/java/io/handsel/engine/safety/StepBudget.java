package io.handsel.engine.safety;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Counts the steps of one transaction and the depth of calls, and stops both before they exhaust the server. The net
 * under the inspection of models: it also catches what only shows while running, such as branches that multiply or
 * deployments that call each other.
 */
class StepBudget implements Session {

    static final int MOST_STEPS = 5_000;

    static final int DEEPEST_CALL = 10;

    /** Spends one step; stands on every activity. */
    static final ExecutionListener STEP = execution ->
            Context.getCommandContext().getSession(StepBudget.class).spend(execution);

    /** Measures how deep this process was called; stands on every process. */
    static final ExecutionListener CALL = StepBudget::measure;

    private int steps;

    private void spend(DelegateExecution execution) {
        steps++;
        if (steps > MOST_STEPS) {
            throw new ProcessEngineException("More than " + MOST_STEPS + " steps in one transaction, at "
                    + execution.getCurrentActivityId() + " of " + execution.getProcessDefinitionId());
        }
    }

    private static void measure(DelegateExecution execution) {
        int depth = 0;
        ExecutionEntity caller = ((ExecutionEntity) execution).getProcessInstance();
        while (caller != null) {
            if (depth > DEEPEST_CALL) {
                throw new ProcessEngineException("Processes call each other more than " + DEEPEST_CALL + " deep, at "
                        + execution.getProcessDefinitionId());
            }
            depth++;
            ExecutionEntity call = caller.getSuperExecution();
            caller = call == null ? null : call.getProcessInstance();
        }
    }

    @Override
    public void flush() {
        // Nothing is kept: the budget lives and dies with its transaction.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return StepBudget.class;
        }

        @Override
        public Session openSession() {
            return new StepBudget();
        }
    }
}
