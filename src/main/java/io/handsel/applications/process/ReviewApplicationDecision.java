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

/** User task "Review application": the manager approves, rejects or asks the applicant for more. */
@Component
class ReviewApplicationDecision implements TaskDecision<ReviewApplicationDecision.Answer> {

    private final ApplicationVetting vetting;

    ReviewApplicationDecision(ApplicationVetting vetting) {
        this.vetting = vetting;
    }

    /** The fields of {@code review-application.form}. */
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
        return VettingContract.Tasks.REVIEW_APPLICATION;
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
                new Choice("ask", "applications.choice.ask", 'i', Map.of("decision", "ask")));
    }
}
