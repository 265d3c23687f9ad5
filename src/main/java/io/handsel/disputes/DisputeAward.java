package io.handsel.disputes;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimEnd;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOutcome.Done;
import io.handsel.deals.DealStatus;
import io.handsel.deals.DealTransfers;
import io.handsel.deals.SecondRegistrants;
import io.handsel.deals.TransferCause;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a verdict moves: the customer from one side to the other, or nothing. */
@Component
class DisputeAward {

    private final DealTransfers transfers;
    private final SecondRegistrants seconds;
    private final DealDossiers deals;
    private final AccountClaims claims;
    private final People people;

    DisputeAward(
            DealTransfers transfers,
            SecondRegistrants seconds,
            DealDossiers deals,
            AccountClaims claims,
            People people) {
        this.transfers = transfers;
        this.seconds = seconds;
        this.deals = deals;
        this.claims = claims;
        this.people = people;
    }

    /** Whether what was decided has been done; false where it can no longer be. */
    boolean carryOut(Dispute dispute, DisputeVerdict verdict, Instant now) {
        return switch (verdict) {
            case CHALLENGER_GETS -> award(dispute, Optional.of(dispute.challenger()), dispute.holder());
            case HOLDER_KEEPS ->
                !standsAgainst(dispute) || award(dispute, dispute.holder(), Optional.of(dispute.challenger()));
            case BOTH_KEEP -> paySecond(dispute, now);
            case INVALID -> true;
        };
    }

    /**
     * Whether the challenger has a claim beside the holder's that ends now. Where the holder's own registration is still
     * being reviewed it is not for a dispute to approve it: the later claim only stays without exclusivity.
     */
    private boolean standsAgainst(Dispute dispute) {
        var holding = deal(dispute.holder());
        return dispute.cause() == DisputeCause.CONTESTED
                && (holding == null
                        || deals.heading(holding)
                                .filter(heading -> heading.deal().status() == DealStatus.APPROVED)
                                .isPresent());
    }

    private boolean award(Dispute dispute, Optional<DisputeParty> winner, Optional<DisputeParty> loser) {
        var gets = deal(winner);
        var gives = deal(loser);
        if (gets != null) {
            return transfers.award(gets, gives, decider(dispute), TransferCause.DISPUTE) instanceof Done;
        }
        if (gives != null) {
            return false;
        }
        // A reservation against a reservation: the one that is left can become a deal.
        loser.ifPresent(party -> claims.release(party.subject(), ClaimEnd.TRANSFERRED));
        return true;
    }

    /** Whoever decided, by the role they decided by: as a deputy they may have it no longer. */
    private Actor decider(Dispute dispute) {
        var decider = people.actor(dispute.decidedBy().orElseThrow());
        var roles = EnumSet.of(Role.MANAGER);
        roles.addAll(decider.roles());
        return decider.with(roles);
    }

    private boolean paySecond(Dispute dispute, Instant now) {
        var first = deal(dispute.holder());
        var second = deal(Optional.of(dispute.challenger()));
        if (first != null && second != null) {
            seconds.settled(second, first, now);
        }
        return true;
    }

    private static @Nullable DealId deal(Optional<DisputeParty> party) {
        return party.flatMap(DisputeParty::deal).orElse(null);
    }
}
