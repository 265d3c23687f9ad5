package io.handsel.deals;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimRefusal;
import io.handsel.accounts.HoldRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deal's claim on its customer: held during the review, protected afterwards, free at the end. */
@Service
@Transactional
public class DealAccounts {

    private final Deals deals;
    private final DealTables tables;
    private final DealRouting routing;
    private final AccountClaims claims;
    private final Clock clock;

    DealAccounts(Deals deals, DealTables tables, DealRouting routing, AccountClaims claims, Clock clock) {
        this.deals = deals;
        this.tables = tables;
        this.routing = routing;
        this.claims = claims;
        this.clock = clock;
    }

    /** Whose customer this is, and whatever else the tables read. */
    @Transactional(readOnly = true)
    public RoutingFacts check(DealId id, SubjectOfReview subject) {
        var deal = load(id);
        var content = subject == SubjectOfReview.AMENDMENT ? Amendments.contentOf(deal) : deal.content();
        return routing.of(deal.partner(), deal.program(), subject, content);
    }

    /** Holds the account for the submission; asking again changes nothing. */
    public HoldOutcome hold(DealId id) {
        var deal = load(id);
        var until = clock.instant().plus(Duration.ofDays(tables.programOf(deal).holdDays()));
        var outcome = claims.hold(new HoldRequest(
                deal.partner(),
                deal.registrant(),
                deal.content().question(),
                deal.content().scope(deal.program()),
                id.id(),
                until));
        if (outcome instanceof ClaimOutcome.Refused refused) {
            var reason = reason(refused.reason());
            deal.note(reason, null);
            return new HoldOutcome.Taken(reason);
        }
        return new HoldOutcome.Held();
    }

    /** Frees the account in this transaction; nothing happens if it is free already. */
    public void release(DealId id, ClaimEnd why) {
        claims.release(id.id(), why);
    }

    private static RejectionReason reason(ClaimRefusal refusal) {
        return switch (refusal) {
            case HOUSE -> RejectionReason.HOUSE_ACCOUNT;
            case ASSIGNED -> RejectionReason.COMPETING_CLAIM_STRONGER;
            case NEEDS_REVIEW, UNCLEAR, TOO_MANY_QUESTIONS -> RejectionReason.INSUFFICIENT_INFORMATION;
            case CAP_REACHED -> RejectionReason.TOO_MANY_OPEN_DEALS;
            case NOT_SELLING -> RejectionReason.NOT_CERTIFIED;
            case RESERVED, COLLEAGUE, PAUSED_AFTER_LAPSE, ENDED -> RejectionReason.DUPLICATE;
        };
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
