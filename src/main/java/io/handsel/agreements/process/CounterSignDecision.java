package io.handsel.agreements.process;

import io.handsel.agreements.AgreementConclusion;
import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementOutcome.Refused;
import io.handsel.engine.Facts;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import io.handsel.tasklist.Choice;
import io.handsel.tasklist.DecisionOutcome;
import io.handsel.tasklist.TaskContext;
import io.handsel.tasklist.TaskDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** User task "Counter-sign": somebody of the vendor signs what the partner has signed, or says why not. */
@Component
class CounterSignDecision implements TaskDecision<CounterSignDecision.Answer> {

    private static final String SIGN = "sign";

    private final AgreementConclusion conclusion;

    CounterSignDecision(AgreementConclusion conclusion) {
        this.conclusion = conclusion;
    }

    /** The fields of {@code counter-sign.form}. */
    record Answer(String signature, @Nullable String reason) {}

    @Override
    public ProcessKey process() {
        return AgreementContract.KEY;
    }

    @Override
    public TaskKey task() {
        return AgreementContract.Tasks.COUNTER_SIGN;
    }

    @Override
    public Class<Answer> input() {
        return Answer.class;
    }

    @Override
    public DecisionOutcome decide(TaskContext context, Answer input) {
        var id = AgreementId.parse(context.key().key());
        var signs = input.signature().equals(SIGN);
        var outcome = signs
                ? conclusion.counterSign(context.actor(), id)
                : conclusion.decline(
                        context.actor(), id, Optional.ofNullable(input.reason()).orElse(""));
        return outcome instanceof Refused refused
                ? refused(refused)
                : DecisionOutcome.decided(Facts.of(AgreementContract.COUNTER_SIGNED, signs));
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("sign", "agreements.choice.sign", 's', Map.of("signature", SIGN)),
                new Choice("decline", "agreements.choice.decline", 'd', Map.of("signature", "decline")));
    }

    private static DecisionOutcome refused(Refused refused) {
        var key = "agreements.refused." + refused.reason();
        return refused.field() == null ? DecisionOutcome.refused(key) : DecisionOutcome.refused(key, refused.field());
    }
}
