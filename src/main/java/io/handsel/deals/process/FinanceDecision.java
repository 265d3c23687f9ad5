package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.deals.RejectionReason;
import io.handsel.deals.ReviewVerdict;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.Spelling;
import io.handsel.engine.TaskKey;
import io.handsel.security.Role;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Finance's decision": finance agrees or not. */
@Component
class FinanceDecision implements TaskDecision<FinanceDecision.Answer> {

    private final Verdicts verdicts;

    FinanceDecision(DealReview review, DealRegistrationProcess processes) {
        this.verdicts = new Verdicts(review, processes, Role.FINANCE);
    }

    /** The fields of {@code finance-decision.form}. */
    record Answer(
            String decision,
            @Nullable String reason,
            @Nullable String text) {

        ReviewVerdict verdict() {
            return new ReviewVerdict(
                    Spelling.constant(ReviewVerdict.Choice.class, decision),
                    reason == null ? null : Spelling.constant(RejectionReason.class, reason),
                    text,
                    Set.of(),
                    null);
        }
    }

    @Override
    public ProcessKey process() {
        return DealHigherReviewContract.KEY;
    }

    @Override
    public TaskKey task() {
        return DealHigherReviewContract.Tasks.FINANCE_DECISION;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var approves = input.verdict().choice() == ReviewVerdict.Choice.APPROVE;
        return verdicts.decide(context, input.verdict(), Facts.of(DealVariables.FINANCE_APPROVES, approves));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        return verdicts.foresee(context, input.verdict());
    }

    @Override
    public List<Choice> choices() {
        return List.of(Verdicts.APPROVE, Verdicts.REJECT);
    }
}
