package io.handsel.tasklist;

import io.handsel.engine.ProcessKey;
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
        return of(task.process(), task.element());
    }

    List<Choice> choices(ProcessKey process, String element) {
        return of(process, element).<List<Choice>>map(TaskDecision::choices).orElseGet(List::of);
    }

    List<Choice> everyChoice() {
        return contributed.stream()
                .flatMap(decision -> decision.choices().stream())
                .toList();
    }

    private Optional<TaskDecision<?>> of(ProcessKey process, String element) {
        return contributed.stream()
                .filter(decision -> decision.process().equals(process)
                        && decision.task().inModel().equals(element))
                .findFirst();
    }
}
