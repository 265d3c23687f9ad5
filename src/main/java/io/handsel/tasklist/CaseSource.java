package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the task list about the cases behind tasks: contributed as a bean by the module that owns the processes. */
public interface CaseSource {

    /** The processes whose cases this source knows, called ones included. */
    Set<ProcessKey> processes();

    /** What the list shows of a case; read when a task comes up and when {@link CaseChanged} tells of news. */
    Optional<CaseSummary> summary(BusinessKey key);

    /** Everything to decide on, for the task's page. */
    CasePanel panel(UserTask task, Actor actor);

    /** What the task's form may show and compare with, by name; its fields take their first values from here. */
    default Map<String, @Nullable Object> formData(UserTask task, Actor actor) {
        return Map.of();
    }
}
