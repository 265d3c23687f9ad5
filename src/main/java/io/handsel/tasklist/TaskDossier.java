package io.handsel.tasklist;

import io.handsel.audit.AuditEntry;
import io.handsel.engine.CaseDiagram;
import io.handsel.engine.UserTask;
import io.handsel.security.PersonView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything to decide a task on, as one person sees it.
 *
 * @param formData what the form may show and compare with
 * @param panel the owning module's part of the page
 * @param historyKind what the case is, in the audit trail's words
 * @param others who else looks at the task now
 * @param obstacle why this person may not decide it
 */
public record TaskDossier(
        TaskEntry entry,
        UserTask task,
        Map<String, @Nullable Object> formData,
        List<Choice> choices,
        @Nullable CasePanel panel,
        List<CaseDiagram> diagrams,
        @Nullable String historyKind,
        List<AuditEntry> history,
        List<CaseFiles.Comment> comments,
        List<CaseFiles.StoredFile> files,
        List<CaseAnswers.Given> answers,
        List<PersonView> receivers,
        List<String> others,
        Optional<DeskOutcome> obstacle) {}
