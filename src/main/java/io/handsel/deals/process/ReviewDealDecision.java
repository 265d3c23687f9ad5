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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Review deal": the manager approves, rejects or asks for information. */
@Component
class ReviewDealDecision implements TaskDecision<ReviewDealDecision.Answer> {

    private final Verdicts verdicts;

    ReviewDealDecision(DealReview review, DealRegistrationProcess processes) {
        this.verdicts = new Verdicts(review, processes, Role.MANAGER);
    }

    /** The fields of {@code review-deal.form}. */
    record Answer(
            String decision,
            @Nullable String reason,
            @Nullable String text,
            @Nullable List<String> marked,
            @Nullable String customer) {

        ReviewVerdict verdict() {
            return new ReviewVerdict(
                    Spelling.constant(ReviewVerdict.Choice.class, decision),
                    reason == null ? null : Spelling.constant(RejectionReason.class, reason),
                    text,
                    marked == null ? Set.of() : Set.copyOf(marked),
                    customer);
        }
    }

    @Override
    public ProcessKey process() {
        return DealReviewContract.KEY;
    }

    @Override
    public TaskKey task() {
        return DealReviewContract.Tasks.REVIEW_DEAL;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var choice = input.verdict().choice();
        return verdicts.decide(
                context,
                input.verdict(),
                Facts.of(DealVariables.APPROVED, choice == ReviewVerdict.Choice.APPROVE)
                        .and(DealVariables.INFORMATION_MISSING, choice == ReviewVerdict.Choice.ASK_FOR_INFORMATION));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        return verdicts.foresee(context, input.verdict());
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Verdicts.APPROVE,
                Verdicts.REJECT,
                new Choice("ask", "deals.choice.ask", 'i', Map.of("decision", "ask-for-information")));
    }
}
