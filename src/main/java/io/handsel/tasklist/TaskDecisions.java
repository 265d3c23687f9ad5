package io.handsel.tasklist;

import io.handsel.engine.UserTask;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The decisions modules contribute, by task. */
@Component
class TaskDecisions {

    private final ObjectProvider<TaskDecision<?>> contributed;

    TaskDecisions(ObjectProvider<TaskDecision<?>> contributed) {
        this.contributed = contributed;
    }

    /** Empty for a task that lives from its form alone. */
    Optional<TaskDecision<?>> of(UserTask task) {
        return contributed.stream()
                .filter(decision -> decision.process().equals(task.process())
                        && decision.task().inModel().equals(task.element()))
                .findFirst();
    }

    List<Choice> choices(UserTask task) {
        return of(task).<List<Choice>>map(TaskDecision::choices).orElseGet(List::of);
    }
}
