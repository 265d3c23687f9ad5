package io.handsel.onboarding.process;

import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.PlanId;
import io.handsel.onboarding.PlanView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the task list about plans that are to be read. */
@Component
class PlanCases implements CaseSource {

    private static final String PROGRAM = "standard";

    private final BusinessPlans plans;
    private final Partners partners;

    PlanCases(BusinessPlans plans, Partners partners) {
        this.plans = plans;
        this.partners = partners;
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(JointBusinessPlanContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return plans.find(PlanId.parse(key.key())).map(this::summary);
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        var id = PlanId.parse(task.caseKey());
        var plan = plans.find(id).orElseThrow(() -> new IllegalStateException("Task without its plan " + id));
        return new CasePanel("onboarding/_plan :: panel", plan);
    }

    private CaseSummary summary(PlanView plan) {
        var partner = partners.get(plan.partner());
        return new CaseSummary(
                partner.name(),
                partner.name(),
                partner.id().organisation(),
                null,
                null,
                PROGRAM,
                new CaseReference("plan", plan.id().id()),
                Set.of());
    }
}
