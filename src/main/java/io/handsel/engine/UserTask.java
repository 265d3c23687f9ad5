package io.handsel.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for a person in a running process.
 *
 * @param id the engine's id of this task
 * @param process the process whose diagram contains the task
 * @param element the task's id in that diagram, such as {@code ReviewDeal}
 * @param name the task's label
 * @param caseKey the business key of the case; empty text where a designer's process has none
 * @param processInstance the engine's id of the running process
 * @param deployment the engine's id of the deployment the case runs on; its forms are of the same version
 * @param assignee the person who has claimed it
 * @param groups the groups that may take it: lower-case role names
 * @param form the form's name, as in {@code review-deal}
 */
public record UserTask(
        String id,
        ProcessKey process,
        String element,
        String name,
        String caseKey,
        String processInstance,
        String deployment,
        @Nullable String assignee,
        Set<String> groups,
        @Nullable String form,
        Instant created,
        @Nullable Instant due,
        @Nullable Instant followUp,
        int priority) {

    public Optional<Instant> deadline() {
        return Optional.ofNullable(due);
    }
}
