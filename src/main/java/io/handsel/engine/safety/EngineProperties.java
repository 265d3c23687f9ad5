package io.handsel.engine.safety;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.externaltask.ExternalTask;

/**
 * What expressions may read from {@code execution}, {@code task} and {@code externalTask}. These objects also
 * lead to every engine service ({@code processEngineServices}), so properties are named here one by one and read
 * without reflection.
 */
final class EngineProperties {

    private static final Map<String, Function<DelegateExecution, Object>> EXECUTION = Map.of(
            "id", DelegateExecution::getId,
            "businessKey", DelegateExecution::getBusinessKey,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "processDefinitionId", DelegateExecution::getProcessDefinitionId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "currentActivityName", DelegateExecution::getCurrentActivityName,
            "eventName", DelegateExecution::getEventName);

    private static final Map<String, Function<DelegateTask, Object>> TASK = Map.of(
            "id", DelegateTask::getId,
            "name", DelegateTask::getName,
            "assignee", DelegateTask::getAssignee,
            "owner", DelegateTask::getOwner,
            "priority", DelegateTask::getPriority,
            "dueDate", DelegateTask::getDueDate,
            "createTime", DelegateTask::getCreateTime,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey,
            "eventName", DelegateTask::getEventName);

    private static final Map<String, Function<ExternalTask, Object>> EXTERNAL_TASK = Map.of(
            "errorMessage", ExternalTask::getErrorMessage,
            "retries", ExternalTask::getRetries,
            "topicName", ExternalTask::getTopicName);

    private EngineProperties() {}

    /** The reader of a listed property, or null when the property is not listed or the object is something else. */
    static Function<Object, Object> reader(Object owner, String property) {
        if (owner instanceof DelegateExecution) return untyped(EXECUTION.get(property));
        if (owner instanceof DelegateTask) return untyped(TASK.get(property));
        if (owner instanceof ExternalTask) return untyped(EXTERNAL_TASK.get(property));
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> untyped(Function<?, Object> reader) {
        return (Function<Object, Object>) reader;
    }
}
