package io.handsel.disputes;

import io.handsel.deals.DealId;
import io.handsel.shell.Due;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as one of its sides sees it: of the other one only that there is one, and what its evidence weighs.
 *
 * @param customer the customer's name in this side's own words
 * @param deal the side's own deal
 * @param due the clock in working time, where working time counts
 * @param reason why it was opened; null for the side that did not open it
 * @param against whether there is another side at all
 * @param text what the decider wrote to both sides
 * @param appealed whether one of the sides has appealed
 */
public record DisputeDetails(
        DisputeId id,
        String number,
        DisputeCause cause,
        DisputeStatus status,
        DisputeSide side,
        String customer,
        @Nullable DealId deal,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Due due,
        @Nullable String reason,
        boolean against,
        List<EvidencePiece> own,
        List<EvidenceOutline> other,
        boolean done,
        @Nullable DisputeVerdict verdict,
        @Nullable String text,
        boolean appealed,
        boolean carriedOut,
        Set<DisputeAction> actions) {

    public DisputeDetails {
        own = List.copyOf(own);
        other = List.copyOf(other);
        actions = Set.copyOf(actions);
    }

    public int ownWeight() {
        return own.stream().mapToInt(EvidencePiece::weight).sum();
    }

    public int otherWeight() {
        return other.stream().mapToInt(EvidenceOutline::weight).sum();
    }
}
