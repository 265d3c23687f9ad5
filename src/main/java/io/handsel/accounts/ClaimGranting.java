package io.handsel.accounts;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.CustomerParts.Meant;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.PartnerCapacity.Limits;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every new claim goes through, whoever asks for it: where it would be, how it stands there, and that it is written. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimGranting {

    private final AskedCustomers asking;
    private final AccountChanges changes;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final AccountStanding standing;
    private final CustomerParts parts;
    private final PartnerCapacity capacity;
    private final Partners partners;
    private final ApplicationEventPublisher events;

    ClaimGranting(
            AskedCustomers asking,
            AccountChanges changes,
            ClaimStore claims,
            ClaimEnding ending,
            AccountStanding standing,
            CustomerParts parts,
            PartnerCapacity capacity,
            Partners partners,
            ApplicationEventPublisher events) {
        this.asking = asking;
        this.changes = changes;
        this.claims = claims;
        this.ending = ending;
        this.standing = standing;
        this.parts = parts;
        this.capacity = capacity;
        this.partners = partners;
        this.events = events;
    }

    /** The customer is new, but probably belongs to a group that is not simply free to this partner. */
    boolean isOfAClaimedGroup(Matching matching, PartnerId partner, ClaimScope scope, Instant now) {
        return matching.isNobody()
                && standing.ofUnknown(matching, partner, scope, now).answer() == Answer.REVIEW;
    }

    /** The part of the account that is meant, with its tree locked. */
    Place locate(AccountView account, PartnerId partner, AccountQuestion question, ClaimScope scope, Instant now) {
        if (CustomerParts.mayBeNew(question)) {
            changes.lock();
        }
        var present = ending.lock(account, now);
        var meant = parts.meant(present, question);
        return new Place(meant, standing.of(meant.node(), partner, scope, now));
    }

    /** Where a claim would be, and how it stands there. */
    record Place(Meant meant, Seen seen) {}

    /** Writes the claim down; what it was asked by is remembered. */
    Granted grant(ClaimView claim, Meant meant, AccountQuestion question, Instant now) {
        parts.write(meant, claim.partner(), now);
        claims.insert(claim, meant.node().root());
        if (claim.exclusive()) {
            // The question names the customer, not the part of it.
            asking.learn(meant.found(), question);
        }
        events.publishEvent(new ClaimGranted(claim));
        return new Granted(claim);
    }

    Limits limits(PartnerId partner, ClaimScope scope) {
        return capacity.of(partners.get(partner).tier(), scope.program());
    }

    /** Why a place that is not free is not. */
    static Refused refused(Seen seen) {
        return switch (seen.answer()) {
            case RESERVED ->
                Refused.until(ClaimRefusal.RESERVED, seen.blockedUntil().orElse(null));
            case HOUSE -> Refused.because(ClaimRefusal.HOUSE);
            case ASSIGNED -> Refused.because(ClaimRefusal.ASSIGNED);
            case REVIEW, FREE -> Refused.because(ClaimRefusal.NEEDS_REVIEW);
        };
    }

    /** As the audit trail tells it. */
    static Map<String, String> details(ClaimView claim) {
        return Map.of(
                "partner", claim.partner().toString(),
                "customer", claim.customer(),
                "purpose", claim.purpose().name(),
                "exclusive", String.valueOf(claim.exclusive()),
                "until", claim.until().toString());
    }
}
