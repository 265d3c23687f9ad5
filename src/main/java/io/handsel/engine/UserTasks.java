package io.handsel.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What may be done with waiting tasks. Each change asks for the assignee the caller believes in, because the engine
 * alone would let anybody complete a task that was taken from them.
 */
@Service
public class UserTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final CommandExecutor commands;

    UserTasks(TaskService tasks, HistoryService history, ProcessEngineConfiguration engine) {
        this.tasks = tasks;
        this.history = history;
        this.commands = ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequired();
    }

    @Transactional(readOnly = true)
    public Optional<UserTask> find(String id) {
        return Optional.ofNullable(commands.execute(context -> {
            var task = context.getTaskManager().findTaskById(id);
            return task == null ? null : UserTaskNews.read(task);
        }));
    }

    /** Gives the task to a person if it is still held as the caller believes; tells whether it was. */
    @Transactional
    public boolean assign(String id, @Nullable String believedAssignee, @Nullable String assignee) {
        if (!isHeldBy(id, believedAssignee)) {
            return false;
        }
        try {
            tasks.setAssignee(id, assignee);
        } catch (OptimisticLockingException faster) {
            throw new OptimisticLockingFailureException("Task " + id + " was changed meanwhile", faster);
        }
        return true;
    }

    /** Completes the task if the person still holds it; tells whether it was so. */
    @Transactional
    public boolean complete(String id, String assignee, Facts answers) {
        if (!isHeldBy(id, assignee)) {
            return false;
        }
        try {
            tasks.complete(id, answers.asVariables());
        } catch (OptimisticLockingException faster) {
            throw new OptimisticLockingFailureException("Task " + id + " was changed meanwhile", faster);
        }
        return true;
    }

    /** The plain values the task's process knows; none if somebody has completed the task a moment ago. */
    @Transactional(readOnly = true)
    public Facts values(String id) {
        return Facts.plainOf(commands.execute(context -> {
            var task = context.getTaskManager().findTaskById(id);
            return task == null ? Map.of() : task.getVariables();
        }));
    }

    /** What became of a task that waits no longer. */
    @Transactional(readOnly = true)
    public Optional<EndedTask> ended(String id) {
        return Optional.ofNullable(history.createHistoricTaskInstanceQuery()
                        .taskId(id)
                        .finished()
                        .singleResult())
                .map(task -> new EndedTask(
                        id,
                        "completed".equals(task.getDeleteReason()) ? task.getAssignee() : null,
                        task.getEndTime().toInstant()));
    }

    /** Says when somebody wants to look at the task again; nothing happens then by itself. */
    @Transactional
    public void followUp(String id, @Nullable Instant date) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        task.setFollowUpDate(date == null ? null : Date.from(date));
        tasks.saveTask(task);
    }

    private boolean isHeldBy(String id, @Nullable String assignee) {
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        return task != null && Objects.equals(task.getAssignee(), assignee);
    }
}
