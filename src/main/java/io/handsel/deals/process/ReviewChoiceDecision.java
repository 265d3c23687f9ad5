package io.handsel.deals.process;

import io.handsel.deals.CustomersWord;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Review choice": does the letter say what it is said to say, and may the customer move? */
@Component
class ReviewChoiceDecision implements TaskDecision<ReviewChoiceDecision.Answer> {

    private final CustomersWord word;

    ReviewChoiceDecision(CustomersWord word) {
        this.word = word;
    }

    /** The fields of {@code review-choice.form}. */
    record Answer(String decision, @Nullable String text) {

        boolean accepts() {
            return decision.equals("approve");
        }
    }

    @Override
    public ProcessKey process() {
        return CustomerChoiceContract.KEY;
    }

    @Override
    public TaskKey task() {
        return CustomerChoiceContract.Tasks.REVIEW_CHOICE;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var outcome = word.decide(context.actor(), deal(context), input.accepts(), input.text());
        return outcome instanceof DealOutcome.Refused refused
                ? Verdicts.refused(refused)
                : DecisionOutcome.decided(Facts.of(DealVariables.APPROVED, input.accepts()));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        return word.foresee(context.actor(), deal(context), input.accepts(), input.text())
                .map(Verdicts::refused)
                .orElseGet(DecisionOutcome::decided);
    }

    @Override
    public List<Choice> choices() {
        return List.of(Verdicts.APPROVE, Verdicts.REJECT);
    }

    private static DealId deal(TaskContext context) {
        return DealId.parse(context.key().key());
    }
}
