package io.handsel.disputes.process;

import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.DisputeRuling;
import io.handsel.disputes.DisputeSettlement;
import io.handsel.disputes.DisputeVerdict;
import io.handsel.engine.Spelling;
import io.handsel.engine.TaskKey;
import io.handsel.security.Actor;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOf;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings what a decider says of a dispute in a task to the domain, and its answer back. */
@Configuration(proxyBeanMethods = false)
class DisputeDecisions {

    /** Without a reason none of them is complete: the button fills the form in, the decider says why. */
    private static final List<Choice> CHOICES = List.of(
            new Choice("holder", "disputes.choice.holder", 'h', Map.of("verdict", "holder-keeps")),
            new Choice("challenger", "disputes.choice.challenger", 'g', Map.of("verdict", "challenger-gets")));

    /** The fields of {@code settle-dispute.form} and {@code decide-appeal.form}. */
    record Answer(String verdict, String reason, @Nullable String text) {

        private DisputeRuling ruling() {
            return new DisputeRuling(Spelling.constant(DisputeVerdict.class, verdict), reason, text);
        }
    }

    /** What a ruling on a dispute is brought to, or asked of. */
    private interface Bench<T> {

        T rules(Actor actor, DisputeId dispute, DisputeRuling ruling);

        default T rules(TaskContext context, Answer answer) {
            return rules(context.actor(), DisputeId.parse(context.key().key()), answer.ruling());
        }
    }

    /** User task "Settle dispute": the territory's manager says who keeps the customer, and why. */
    @Bean
    TaskDecision<Answer> settleDispute(DisputeSettlement settlement) {
        return decision(DisputeContract.Tasks.SETTLE_DISPUTE, settlement::settle, settlement::foreseeSettlement);
    }

    /** User task "Decide appeal": a director who has not settled the dispute has the last word. */
    @Bean
    TaskDecision<Answer> decideAppeal(DisputeSettlement settlement) {
        return decision(DisputeContract.Tasks.DECIDE_APPEAL, settlement::decideAppeal, settlement::foreseeAppeal);
    }

    private static TaskDecision<Answer> decision(
            TaskKey task, Bench<DisputeOutcome> deciding, Bench<Optional<DisputeOutcome.Refused>> foreseeing) {
        return new DecisionOf<>(
                DisputeContract.KEY,
                task,
                Answer.class,
                CHOICES,
                (context, answer) -> outcome(deciding.rules(context, answer)),
                (context, answer) -> foreseeing
                        .rules(context, answer)
                        .map(DisputeDecisions::refused)
                        .orElseGet(DecisionOutcome::decided));
    }

    private static DecisionOutcome outcome(DisputeOutcome outcome) {
        return outcome instanceof DisputeOutcome.Refused refused ? refused(refused) : DecisionOutcome.decided();
    }

    private static DecisionOutcome refused(DisputeOutcome.Refused refused) {
        var key = "disputes.refused." + refused.reason();
        return refused.field() == null ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }
}
