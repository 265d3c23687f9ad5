package io.handsel.deals.process;

import io.handsel.deals.DealReview;
import io.handsel.deals.RejectionReason;
import io.handsel.deals.ReviewVerdict;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessVariable;
import io.handsel.engine.Spelling;
import io.handsel.engine.TaskKey;
import io.handsel.security.Role;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOf;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The decisions above the manager's: each agrees or not, and the process goes on with both. */
@Configuration(proxyBeanMethods = false)
class HigherReviewDecisions {

    private static final List<Choice> CHOICES = List.of(Verdicts.APPROVE, Verdicts.REJECT);

    /** The fields of {@code director-decision.form} and {@code finance-decision.form}. */
    record Answer(
            String decision,
            @Nullable String reason,
            @Nullable String text) {

        private ReviewVerdict verdict() {
            return new ReviewVerdict(
                    Spelling.constant(ReviewVerdict.Choice.class, decision),
                    reason == null ? null : Spelling.constant(RejectionReason.class, reason),
                    text,
                    Set.of(),
                    null);
        }
    }

    /** User task "Director's decision". */
    @Bean
    TaskDecision<Answer> directorDecision(DealReview review, DealRegistrationProcess processes) {
        return decision(
                DealHigherReviewContract.Tasks.DIRECTOR_DECISION,
                new Verdicts(review, processes, Role.DIRECTOR),
                DealVariables.DIRECTOR_APPROVES);
    }

    /** User task "Finance's decision". */
    @Bean
    TaskDecision<Answer> financeDecision(DealReview review, DealRegistrationProcess processes) {
        return decision(
                DealHigherReviewContract.Tasks.FINANCE_DECISION,
                new Verdicts(review, processes, Role.FINANCE),
                DealVariables.FINANCE_APPROVES);
    }

    private static TaskDecision<Answer> decision(TaskKey task, Verdicts verdicts, ProcessVariable<Boolean> approves) {
        return new DecisionOf<>(
                DealHigherReviewContract.KEY,
                task,
                Answer.class,
                CHOICES,
                (context, answer) -> {
                    var verdict = answer.verdict();
                    var agreed = verdict.choice() == ReviewVerdict.Choice.APPROVE;
                    return verdicts.decide(context, verdict, Facts.of(approves, agreed));
                },
                (context, answer) -> verdicts.foresee(context, answer.verdict()));
    }
}
