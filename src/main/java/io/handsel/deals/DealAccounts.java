package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountMatch;
import io.handsel.accounts.ClaimEnd;
import io.handsel.accounts.ClaimOutcome;
import io.handsel.accounts.ClaimRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deal's claim on its customer: held during the review, protected afterwards, free at the end. */
@Service
@Transactional
public class DealAccounts {

    private static final int MOST_LIKELY = 5;

    private final Deals deals;
    private final DealTables tables;
    private final HoldRequests requests;
    private final DealRouting routing;
    private final AccountCheck accounts;
    private final AccountClaims claims;
    private final DealLikeness likeness;
    private final Clock clock;

    DealAccounts(
            Deals deals,
            DealTables tables,
            HoldRequests requests,
            DealRouting routing,
            AccountCheck accounts,
            AccountClaims claims,
            DealLikeness likeness,
            Clock clock) {
        this.deals = deals;
        this.tables = tables;
        this.requests = requests;
        this.routing = routing;
        this.accounts = accounts;
        this.claims = claims;
        this.likeness = likeness;
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
        var outcome = claims.hold(requests.of(deal, deal.content(), until));
        noteAccounts(deal, outcome);
        if (outcome instanceof ClaimOutcome.Refused refused) {
            var reason = reason(refused.reason());
            deal.note(reason, null);
            return new HoldOutcome.Taken(reason);
        }
        return new HoldOutcome.Held();
    }

    /** Whatever the verdict: whoever means one of these accounts too looks alike. */
    private void noteAccounts(Deal deal, ClaimOutcome outcome) {
        var likely = accounts.recognise(deal.content().question()).matches().stream()
                .map(AccountMatch::account)
                .limit(MOST_LIKELY);
        var claimed = outcome instanceof ClaimOutcome.Granted granted
                ? Stream.of(granted.claim().account())
                : Stream.<AccountId>empty();
        likeness.note(deal.id(), Stream.concat(claimed, likely).distinct().toList());
    }

    /** Frees the account in this transaction; nothing happens if it is free already. */
    public void release(DealId id, ClaimEnd why) {
        claims.release(id.id(), why);
    }

    private static RejectionReason reason(ClaimRefusal refusal) {
        return switch (refusal) {
            case HOUSE -> RejectionReason.HOUSE_ACCOUNT;
            case ASSIGNED -> RejectionReason.COMPETING_CLAIM_STRONGER;
            case NEEDS_REVIEW, UNCLEAR, TOO_MANY_QUESTIONS, ASKING_PAUSED -> RejectionReason.INSUFFICIENT_INFORMATION;
            case CAP_REACHED -> RejectionReason.TOO_MANY_OPEN_DEALS;
            case NOT_SELLING -> RejectionReason.NOT_CERTIFIED;
            case RESERVED, COLLEAGUE, PAUSED_AFTER_LAPSE, ENDED -> RejectionReason.DUPLICATE;
        };
    }

    private Deal load(DealId id) {
        return deals.findById(id).orElseThrow(() -> DealNotFound.of(id));
    }
}
