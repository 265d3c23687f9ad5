package io.handsel.accounts;

import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.LocationId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Claims on accounts as processes keep them: holding, protecting, extending and ending. Partners' own are
 * {@link AccountReservations}.
 *
 * <p>Every decision is made with the root of the account's tree locked, so that claims above and below each other are
 * decided one after the other; the holder table refuses a second partner on the same node even if this class were
 * wrong. Locks are always taken in the order partner, register, identifiers, tree.
 */
@Service
@Transactional
public class AccountClaims {

    private final AskedCustomers asking;
    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final ClaimGranting granting;
    private final AccountStanding standing;
    private final Partners partners;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountClaims(
            AskedCustomers asking,
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            ClaimGranting granting,
            AccountStanding standing,
            Partners partners,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.asking = asking;
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.granting = granting;
        this.standing = standing;
        this.partners = partners;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps a customer for a submission. Exclusive where the customer is free; where a person must look first the claim
     * is granted without being exclusive, and becomes so by {@link #protect}. The partner's own reservation of the same
     * account goes over into it. Asking again for the same subject changes nothing.
     */
    public ClaimOutcome hold(HoldRequest request) {
        var now = clock.instant();
        var partner = request.partner();
        claims.lockAsker(partner);
        var present = claims.ofSubject(request.subject()).filter(claim -> claim.countsAt(now));
        if (present.isPresent()) {
            return new Granted(present.get());
        }
        if (!partners.get(partner).standing().maySell()) {
            return Refused.because(ClaimRefusal.NOT_SELLING);
        }
        var question = request.question();
        if (Identifier.of(question).isEmpty()) {
            return Refused.because(ClaimRefusal.UNCLEAR);
        }
        var limits = granting.limits(partner, request.scope());
        var matching = asking.settled(question);
        boolean unclear = !matching.certain() || granting.isOfAClaimedGroup(matching, partner, request.scope(), now);
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return Refused.atCap(counting);
        }
        var found = asking.findOrCreate(matching, question, now);
        if (found.isEmpty()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var place = granting.locate(found.get(), partner, question, request.scope(), now);
        unclear |= !place.meant().clear();
        var seen = place.seen();
        var account = place.meant().node();
        boolean review = unclear || seen.answer() == Answer.REVIEW;
        if (!seen.isOwn() && !review && seen.answer() != Answer.FREE) {
            return ClaimGranting.refused(seen);
        }
        var reservations = counting.stream()
                .filter(claim -> claim.goesOver(account.id(), request.mine()))
                .toList();
        if (counting.size() - reservations.size() >= limits.maximumOpenClaims()) {
            return Refused.atCap(counting);
        }
        boolean clear = !unclear && (seen.isOwn() || seen.answer() == Answer.FREE);
        reservations.forEach(reservation -> ending.end(reservation, now, ClaimEnd.REGISTERED));
        var claim = new ClaimView(
                ClaimId.create(),
                account.id(),
                AskedCustomers.name(question),
                partner,
                request.person(),
                request.location(),
                request.subject(),
                ClaimPurpose.HOLD,
                clear && seen.leavesRoomForExclusive(),
                request.scope(),
                now,
                request.until(),
                null,
                null);
        audit.recordBySystem(AccountRegister.reference(account.id()), "held", ClaimGranting.details(claim));
        return granting.grant(claim, place.meant(), question, now);
    }

    /**
     * Turns the claim of an approved deal into a protected one. It becomes exclusive unless another partner has an
     * exclusive claim on a part of the account, which the reviewer knew of; a claim of another partner on the account
     * itself or above it refuses it.
     */
    public ClaimOutcome protect(UUID subject, Instant until) {
        var now = clock.instant();
        var known = claims.ofSubject(subject);
        if (known.isEmpty()) {
            return Refused.because(ClaimRefusal.ENDED);
        }
        var scope = known.get().scope();
        var seen = lockAndSee(
                accounts.find(known.get().account()).orElseThrow(), known.get().partner(), scope, now);
        var account = Objects.requireNonNull(seen.account());
        var claim = claims.ofSubject(subject).orElseThrow();
        if (claim.end() != null && claim.end() != ClaimEnd.LAPSED) {
            return Refused.because(ClaimRefusal.ENDED);
        }
        if (seen.isRefused()) {
            return Refused.until(ClaimRefusal.RESERVED, seen.blockedUntil().orElse(null));
        }
        var lapsed = claim.end() != null;
        var protectedClaim = (lapsed ? claim.again(now) : claim).protectedUntil(until, seen.leavesRoomForExclusive());
        audit.recordBySystem(
                AccountRegister.reference(account.id()), "protected", ClaimGranting.details(protectedClaim));
        if (lapsed) {
            claims.insert(protectedClaim, account.root());
        } else {
            claims.update(protectedClaim);
        }
        events.publishEvent(new ClaimGranted(protectedClaim));
        return new Granted(protectedClaim);
    }

    /** Sets another end to a claim that still counts. */
    public ClaimOutcome extend(UUID subject, Instant until) {
        var now = clock.instant();
        var claim = ending.lockOpen(subject, now);
        if (claim.isEmpty()) {
            return Refused.because(ClaimRefusal.ENDED);
        }
        var extended = claim.get().lasting(until);
        claims.update(extended);
        audit.recordBySystem(
                AccountRegister.reference(extended.account()), "extended", ClaimGranting.details(extended));
        return new Granted(extended);
    }

    /** Ends a claim; the account is free in the same transaction. Nothing happens if there is none any more. */
    public void release(UUID subject, ClaimEnd why) {
        var now = clock.instant();
        ending.lockOpen(subject, now).ifPresent(claim -> ending.end(claim, now, why));
    }

    /** The deal belongs to another location of its partner from now on, or to the whole company. */
    public void moveTo(UUID subject, @Nullable LocationId location) {
        claims.moveTo(subject, location);
    }

    /** The newest claim for this subject, ended or not. */
    @Transactional(readOnly = true)
    public Optional<ClaimView> claimOf(UUID subject) {
        return claims.ofSubject(subject);
    }

    /** Everybody's present claims on the account, above it or below it; for reviewers only. */
    @Transactional(readOnly = true)
    public List<ClaimView> overlapping(AccountId id, ClaimScope scope) {
        var account = accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id));
        return claims.around(account, scope, clock.instant()).stream()
                .map(TreeClaim::claim)
                .toList();
    }

    /**
     * Ends claims whose time is up; they have counted for nothing since, this makes it known.
     *
     * @return how many trees were looked at; none when there is nothing left to do
     */
    public int endLapsed(int most) {
        var now = clock.instant();
        var trees = claims.treesWithLapsed(now, most);
        ending.lock(trees, now);
        return trees.size();
    }

    private Seen lockAndSee(AccountView account, PartnerId partner, ClaimScope scope, Instant now) {
        var present = ending.lock(account, now);
        return standing.of(present, partner, scope, now);
    }
}
