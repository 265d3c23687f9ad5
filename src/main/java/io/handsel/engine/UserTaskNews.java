package io.handsel.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the application what happens to user tasks. Registered once, for every task of every model. */
@Component
class UserTaskNews extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;

    UserTaskNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                listenTo(((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition());
            }
        });
    }

    private void listenTo(TaskDefinition definition) {
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, task -> events.publishEvent(new UserTaskChanged.Created(read(task))));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_UPDATE, task -> events.publishEvent(new UserTaskChanged.Updated(read(task))));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE,
                task -> events.publishEvent(new UserTaskChanged.Completed(read(task))));
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_DELETE, task -> events.publishEvent(new UserTaskChanged.Removed(read(task))));
    }

    static UserTask read(DelegateTask task) {
        var entity = (TaskEntity) task;
        var definition = entity.getProcessDefinition();
        var form = entity.getTaskDefinition().getCamundaFormDefinitionKey();
        var key = task.getExecution().getProcessBusinessKey();
        return new UserTask(
                task.getId(),
                ProcessKey.of(definition.getKey()),
                task.getTaskDefinitionKey(),
                task.getName(),
                key == null ? "" : key,
                task.getProcessInstanceId(),
                definition.getDeploymentId(),
                task.getAssignee(),
                task.getCandidates().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId)
                        .filter(group -> group != null)
                        .collect(Collectors.toUnmodifiableSet()),
                form == null ? null : form.getExpressionText(),
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()),
                instant(task.getFollowUpDate()),
                task.getPriority());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
