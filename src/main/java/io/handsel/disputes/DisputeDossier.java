package io.handsel.disputes;

import io.handsel.accounts.AccountView;
import io.handsel.accounts.ClaimView;
import io.handsel.audit.AuditEntry;
import io.handsel.deals.DealDossier;
import io.handsel.partner.PartnerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the vendor's people need to settle a dispute, both sides side by side; never shown to a partner.
 *
 * @param reason why the challenger opened it; null where a change of the account tree did
 * @param verdictReason why it was decided so, for the vendor's own people
 * @param sides the challenger, then the holder if there is one
 */
public record DisputeDossier(
        DisputeId id,
        String number,
        String program,
        DisputeCause cause,
        DisputeStatus status,
        @Nullable String territory,
        Instant openedAt,
        @Nullable Instant due,
        @Nullable String reason,
        @Nullable DisputeVerdict verdict,
        @Nullable String verdictReason,
        @Nullable String verdictText,
        @Nullable String settledBy,
        @Nullable DisputeSide appealedBy,
        @Nullable String appealReason,
        boolean carriedOut,
        List<Side> sides,
        List<AuditEntry> history) {

    public DisputeDossier {
        sides = List.copyOf(sides);
        history = List.copyOf(history);
    }

    /**
     * One side with all it has.
     *
     * @param deal null where the partner has a reservation only
     * @param claim the newest claim it has or had
     * @param account what the claim is on
     * @param weight the sum of its evidence
     */
    public record Side(
            DisputeSide side,
            PartnerView partner,
            String customer,
            @Nullable DealDossier deal,
            @Nullable ClaimView claim,
            @Nullable AccountView account,
            List<EvidencePiece> evidence,
            int weight,
            boolean done) {

        public Side {
            evidence = List.copyOf(evidence);
        }
    }

    public Side challenger() {
        return sides.get(0);
    }
}
