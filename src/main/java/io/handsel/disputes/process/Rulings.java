package io.handsel.disputes.process;

import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeOutcome;
import io.handsel.disputes.DisputeRuling;
import io.handsel.disputes.DisputeVerdict;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what a decider says in a task to the domain, and its answer back. */
final class Rulings {

    /** Without a reason none of them is complete: the button fills the form in, the decider says why. */
    static final List<Choice> CHOICES = List.of(
            new Choice("holder", "disputes.choice.holder", 'h', Map.of("verdict", "holder-keeps")),
            new Choice("challenger", "disputes.choice.challenger", 'g', Map.of("verdict", "challenger-gets")));

    private Rulings() {}

    /** @param verdict as the forms write it: {@code holder-keeps} is {@code HOLDER_KEEPS} */
    static DisputeRuling of(String verdict, String reason, @Nullable String text) {
        var found = DisputeVerdict.valueOf(verdict.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new DisputeRuling(found, reason, text);
    }

    static DecisionOutcome outcome(DisputeOutcome outcome) {
        return outcome instanceof DisputeOutcome.Refused refused ? refused(refused) : DecisionOutcome.decided();
    }

    static DecisionOutcome foreseen(Optional<DisputeOutcome.Refused> refused) {
        return refused.map(Rulings::refused).orElseGet(DecisionOutcome::decided);
    }

    static DisputeId dispute(TaskContext context) {
        return DisputeId.parse(context.key().key());
    }

    private static DecisionOutcome refused(DisputeOutcome.Refused refused) {
        var key = "disputes.refused." + refused.reason();
        return refused.field() == null ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }
}
