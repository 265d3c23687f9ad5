package io.handsel.disputes.process;

import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Settle dispute": the territory's manager says who keeps the customer, and why. */
@Component
class SettleDisputeDecision implements TaskDecision<SettleDisputeDecision.Answer> {

    private final DisputeSettlement settlement;

    SettleDisputeDecision(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    /** The fields of {@code settle-dispute.form}. */
    record Answer(String verdict, String reason, @Nullable String text) {}

    @Override
    public ProcessKey process() {
        return DisputeContract.KEY;
    }

    @Override
    public TaskKey task() {
        return DisputeContract.Tasks.SETTLE_DISPUTE;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var ruling = Rulings.of(input.verdict(), input.reason(), input.text());
        return Rulings.outcome(settlement.settle(context.actor(), Rulings.dispute(context), ruling));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        var ruling = Rulings.of(input.verdict(), input.reason(), input.text());
        return Rulings.foreseen(settlement.foreseeSettlement(context.actor(), Rulings.dispute(context), ruling));
    }

    @Override
    public List<Choice> choices() {
        return Rulings.CHOICES;
    }
}
