package io.handsel.applications.process;

import io.handsel.applications.ApplicationVetting;
import io.handsel.applications.VettingVerdict;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Confirm application": the second pair of eyes approves, rejects or gives it back. */
@Component
class ConfirmApplicationDecision implements TaskDecision<ConfirmApplicationDecision.Answer> {

    private final ApplicationVetting vetting;

    ConfirmApplicationDecision(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    /** The fields of {@code confirm-application.form}. */
    record Answer(
            String decision,
            @Nullable String ground,
            @Nullable String text,
            @Nullable Boolean anotherCompany,
            @Nullable String note) {

        VettingVerdict verdict() {
            return Vettings.verdict(decision, ground, text, note, anotherCompany);
        }
    }

    @Override
    public ProcessKey process() {
        return VettingContract.KEY;
    }

    @Override
    public TaskKey task() {
        return VettingContract.Tasks.CONFIRM_APPLICATION;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        return Vettings.decide(vetting, context, input.verdict());
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        return Vettings.foresee(vetting, context, input.verdict());
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Vettings.APPROVE,
                Vettings.REJECT,
                new Choice("give-back", "applications.choice.giveBack", 'b', Map.of("decision", "give-back")));
    }
}
