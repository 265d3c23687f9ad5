package io.handsel.applications.process;

import io.handsel.applications.ApplicationDossier;
import io.handsel.applications.ApplicationDossiers;
import io.handsel.applications.ApplicationId;
import io.handsel.applications.ApplicationVetting;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import io.handsel.territory.CustomerPlace;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the task list about applications. */
@Component
class ApplicationCases implements CaseSource {

    private final ApplicationDossiers dossiers;
    private final ApplicationVetting vetting;

    ApplicationCases(ApplicationDossiers dossiers, ApplicationVetting vetting) {
        this.dossiers = dossiers;
        this.vetting = vetting;
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(VettingContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return dossiers.find(ApplicationId.parse(key.key())).map(this::summary);
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        return new CasePanel("applications/_case :: panel", dossier(task));
    }

    /** Whether the form has to ask if the companies that look alike are other ones. */
    @Override
    public Map<String, @Nullable Object> formData(UserTask task, Actor actor) {
        return Map.of("somebodyAlike", !dossier(task).alike().isEmpty());
    }

    private ApplicationDossier dossier(UserTask task) {
        var id = ApplicationId.parse(task.caseKey());
        return dossiers.find(id).orElseThrow(() -> new IllegalStateException("Task without its application " + id));
    }

    private CaseSummary summary(ApplicationDossier dossier) {
        var application = dossier.application();
        return new CaseSummary(
                application.businessName() + " · " + application.number(),
                null,
                null,
                dossier.territory(),
                null,
                CustomerPlace.STANDARD_PROGRAM,
                new CaseReference("application", application.id().id()),
                vetting.excludedDeciders(application.id()));
    }
}
