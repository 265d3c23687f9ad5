package io.handsel.onboarding.process;

import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.PlanId;
import io.handsel.onboarding.PlanRefusal;
import io.handsel.onboarding.PlanState;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Agree plan": whoever takes care of the partner agrees, or gives the plan back. */
@Component
class AgreePlanDecision implements TaskDecision<AgreePlanDecision.Answer> {

    private static final String AGREE = "agree";

    private final BusinessPlans plans;

    AgreePlanDecision(BusinessPlans plans) {
        this.plans = plans;
    }

    /** The fields of {@code agree-plan.form}. */
    record Answer(String verdict, @Nullable String remark) {

        PlanState state() {
            return AGREE.equals(verdict) ? PlanState.AGREED : PlanState.RETURNED;
        }
    }

    @Override
    public ProcessKey process() {
        return JointBusinessPlanContract.KEY;
    }

    @Override
    public TaskKey task() {
        return JointBusinessPlanContract.Tasks.AGREE_PLAN;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        return answer(
                plans.decide(context.actor(), plan(context), input.state(), input.remark()),
                Facts.of(JointBusinessPlanContract.AGREED, input.state() == PlanState.AGREED));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        return answer(plans.foresee(context.actor(), plan(context), input.state(), input.remark()), Facts.none());
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("agree", "onboarding.choice.agree", 'a', Map.of("verdict", AGREE)),
                new Choice("return", "onboarding.choice.return", 'r', Map.of("verdict", "return")));
    }

    private static PlanId plan(TaskContext context) {
        return PlanId.parse(context.key().key());
    }

    private static DecisionOutcome answer(Optional<PlanRefusal> refused, Facts facts) {
        if (refused.isEmpty()) {
            return DecisionOutcome.decided(facts);
        }
        var key = "onboarding.plan.refused." + refused.get();
        return refused.get() == PlanRefusal.REMARK_MISSING
                ? DecisionOutcome.refused(key, "remark")
                : DecisionOutcome.refused(key);
    }
}
