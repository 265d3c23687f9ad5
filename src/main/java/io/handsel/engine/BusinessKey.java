package io.handsel.engine;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What ties a process instance to its aggregate: the aggregate's id as text. */
public record BusinessKey(String key) {

    public static BusinessKey of(UUID id) {
        return new BusinessKey(id.toString());
    }

    /** @throws IllegalStateException if the instance was started without one */
    public static BusinessKey of(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null) {
            throw new IllegalStateException("No business key on instance " + execution.getProcessInstanceId() + " of "
                    + execution.getProcessDefinitionId());
        }
        return new BusinessKey(key);
    }

    public UUID id() {
        return UUID.fromString(key);
    }

    @Override
    public String toString() {
        return key;
    }
}
