package io.handsel.deals.process;

import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome;
import io.handsel.deals.DealReview;
import io.handsel.deals.ReviewVerdict;
import io.handsel.engine.Facts;
import io.handsel.security.Role;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import java.util.Map;

/** Brings what a decider of one level says in a task to the domain, and its answer back. */
record Verdicts(DealReview review, DealRegistrationProcess processes, Role level) {

    static final Choice APPROVE = new Choice("approve", "deals.choice.approve", 'a', Map.of("decision", "approve"));
    static final Choice REJECT = new Choice("reject", "deals.choice.reject", 'r', Map.of("decision", "reject"));

    DecisionOutcome decide(TaskContext context, ReviewVerdict verdict, Facts facts) {
        var outcome =
                review.decide(context.actor(), deal(context), level, processes.subjectOf(context.task()), verdict);
        return outcome instanceof DealOutcome.Refused refused ? refused(refused) : DecisionOutcome.decided(facts);
    }

    DecisionOutcome foresee(TaskContext context, ReviewVerdict verdict) {
        return review.foresee(context.actor(), deal(context), level, processes.subjectOf(context.task()), verdict)
                .map(Verdicts::refused)
                .orElseGet(DecisionOutcome::decided);
    }

    static DecisionOutcome refused(DealOutcome.Refused refused) {
        var key = "deals.refused." + refused.reason();
        return refused.field() == null ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }

    private static DealId deal(TaskContext context) {
        return DealId.parse(context.key().key());
    }
}
