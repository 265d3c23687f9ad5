package io.handsel.deals;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partner may expect before submitting.
 *
 * @param route who will decide; null while the answer depends on something the partner has not filled in yet
 * @param answerBy when the first answer is due at the latest, if it were submitted now; now for an automatic decision
 * @param problems what would be refused as it stands
 * @param own the partner's own open deals that look like this one: perhaps it is registered already
 */
public record DecisionPreview(
        @Nullable DecisionRoute route,
        @Nullable Instant answerBy,
        List<DealOutcome.Refused> problems,
        List<LookAlike> own) {

    public DecisionPreview {
        problems = List.copyOf(problems);
        own = List.copyOf(own);
    }

    static DecisionPreview problems(List<DealOutcome.Refused> problems) {
        return new DecisionPreview(null, null, problems, List.of());
    }
}
