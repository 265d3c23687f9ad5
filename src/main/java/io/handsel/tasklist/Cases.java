package io.handsel.tasklist;

import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessNames;
import io.handsel.engine.UserTask;
import io.handsel.kernel.Money;
import io.handsel.security.Actor;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is known of the cases behind tasks: from the module that owns the process, or from the model alone. */
@Component
class Cases {

    private final ObjectProvider<CaseSource> sources;
    private final ProcessNames names;

    Cases(ObjectProvider<CaseSource> sources, ProcessNames names) {
        this.sources = sources;
        this.names = names;
    }

    /** The case's key; a process that was started without one is a case of its own. */
    static String key(UserTask task) {
        return task.caseKey().isEmpty() ? task.processInstance() : task.caseKey();
    }

    Optional<CaseSummary> summary(UserTask task) {
        return task.caseKey().isEmpty()
                ? Optional.empty()
                : source(task).flatMap(source -> source.summary(new BusinessKey(task.caseKey())));
    }

    Optional<CasePanel> panel(UserTask task, Actor actor) {
        return source(task).map(source -> source.panel(task, actor));
    }

    Map<String, @Nullable Object> formData(UserTask task, Actor actor) {
        return source(task).map(source -> source.formData(task, actor)).orElseGet(Map::of);
    }

    /** Who may neither claim nor decide. */
    Set<PersonId> excluded(UserTask task) {
        return summary(task).map(CaseSummary::excludedDeciders).orElseGet(Set::of);
    }

    Row row(UserTask task) {
        return summary(task)
                .map(known -> new Row(
                        known.title(),
                        known.partner(),
                        known.partnerName(),
                        known.territory(),
                        known.value(),
                        known.program()))
                .orElseGet(() -> new Row(names.of(task.process(), task.deployment()), null, null, null, null, null));
    }

    private Optional<CaseSource> source(UserTask task) {
        List<CaseSource> found = sources.stream()
                .filter(source -> source.processes().contains(task.process()))
                .toList();
        return found.stream().findFirst();
    }

    record Row(
            String title,
            @Nullable OrganisationId partner,
            @Nullable String partnerName,
            @Nullable String territory,
            @Nullable Money worth,
            @Nullable String program) {}
}
