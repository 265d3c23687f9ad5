package io.handsel.onboarding.process;

import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.onboarding.OnboardingId;
import io.handsel.onboarding.OnboardingOverview;
import io.handsel.onboarding.OnboardingOverview.Track;
import io.handsel.security.Actor;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the task list about onboardings. */
@Component
class OnboardingCases implements CaseSource {

    private static final String PROGRAM = "standard";

    private final OnboardingOverview overview;

    OnboardingCases(OnboardingOverview overview) {
        this.overview = overview;
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(PartnerOnboardingContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return overview.find(OnboardingId.parse(key.key())).map(OnboardingCases::summary);
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        var id = OnboardingId.parse(task.caseKey());
        var track = overview.find(id).orElseThrow(() -> new IllegalStateException("Task without its onboarding " + id));
        return new CasePanel("onboarding/_case :: panel", track);
    }

    private static CaseSummary summary(Track track) {
        var partner = track.partner();
        return new CaseSummary(
                partner.name(),
                partner.name(),
                partner.id().organisation(),
                null,
                null,
                PROGRAM,
                new CaseReference("onboarding", track.onboarding().id().id()),
                Set.of());
    }
}
