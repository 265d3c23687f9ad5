package io.handsel.onboarding.process;

import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.onboarding.OnboardingId;
import io.handsel.onboarding.OnboardingOutcome;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Decide onboarding": the manager gives more time, or ends the partnership. */
@Component
class DecideOnboardingDecision implements TaskDecision<DecideOnboardingDecision.Answer> {

    private static final String EXTEND = "extend";

    private final PartnerOnboarding onboarding;

    DecideOnboardingDecision(PartnerOnboarding onboarding) {
        this.onboarding = onboarding;
    }

    /** The fields of {@code decide-onboarding.form}. */
    record Answer(String decision, @Nullable String days, String reason) {

        boolean isExtension() {
            return EXTEND.equals(decision);
        }

        int more() {
            return days == null || !days.matches("[0-9]{1,3}") ? 0 : Integer.parseInt(days);
        }
    }

    @Override
    public ProcessKey process() {
        return PartnerOnboardingContract.KEY;
    }

    @Override
    public TaskKey task() {
        return PartnerOnboardingContract.Tasks.DECIDE_ONBOARDING;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var id = OnboardingId.parse(context.key().key());
        var more = input.isExtension();
        var outcome = more
                ? onboarding.extend(context.actor(), id, input.more(), input.reason())
                : onboarding.end(context.actor(), id, input.reason());
        return outcome instanceof OnboardingOutcome.Refused refused
                ? refused(refused)
                : DecisionOutcome.decided(Facts.of(PartnerOnboardingContract.EXTENDED, more));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        var id = OnboardingId.parse(context.key().key());
        var refused = input.isExtension()
                ? onboarding.foreseeExtension(context.actor(), id, input.reason())
                : onboarding.foreseeEnd(context.actor(), id, input.reason());
        return refused.map(DecideOnboardingDecision::refused).orElseGet(DecisionOutcome::decided);
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("extend", "onboarding.choice.extend", 'x', Map.of("decision", EXTEND)),
                new Choice("end", "onboarding.choice.end", 'w', Map.of("decision", "end")));
    }

    private static DecisionOutcome refused(OnboardingOutcome.Refused refused) {
        var key = "onboarding.refused." + refused.reason();
        return refused.field() == null ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }
}
