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

/** User task "Decide appeal": a director who has not settled the dispute has the last word. */
@Component
class DecideAppealDecision implements TaskDecision<DecideAppealDecision.Answer> {

    private final DisputeSettlement settlement;

    DecideAppealDecision(DisputeSettlement settlement) {
        this.settlement = settlement;
    }

    /** The fields of {@code decide-appeal.form}. */
    record Answer(String verdict, String reason, @Nullable String text) {}

    @Override
    public ProcessKey process() {
        return DisputeContract.KEY;
    }

    @Override
    public TaskKey task() {
        return DisputeContract.Tasks.DECIDE_APPEAL;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var ruling = Rulings.of(input.verdict(), input.reason(), input.text());
        return Rulings.outcome(settlement.decideAppeal(context.actor(), Rulings.dispute(context), ruling));
    }

    @Override
    public DecisionOutcome foresee(TaskContext context, Answer input) {
        var ruling = Rulings.of(input.verdict(), input.reason(), input.text());
        return Rulings.foreseen(settlement.foreseeAppeal(context.actor(), Rulings.dispute(context), ruling));
    }

    @Override
    public List<Choice> choices() {
        return Rulings.CHOICES;
    }
}
