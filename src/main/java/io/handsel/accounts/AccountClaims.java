package io.handsel.accounts;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.PartnerCapacity.Limits;
import io.handsel.accounts.QuestionLog.Admission;
import io.handsel.accounts.QuestionLog.Asked;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partners' claims on accounts: granting, keeping and ending them.
 *
 * <p>Every decision is made with the root of the account's tree locked, so that claims above and below each other are
 * decided one after the other; the holder table refuses a second partner on the same node even if this class were
 * wrong. Locks are always taken in the order partner, register, identifiers, tree.
 */
@Service
@Transactional
public class AccountClaims {

    private static final int OLDEST_SHOWN = 10;

    private final AskedCustomers asking;
    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final ColleagueStore colleagues;
    private final AccountChanges changes;
    private final AccountStanding standing;
    private final CustomerParts parts;
    private final QuestionLog log;
    private final PartnerCapacity capacity;
    private final Partners partners;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountClaims(
            AskedCustomers asking,
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            ColleagueStore colleagues,
            AccountChanges changes,
            AccountStanding standing,
            CustomerParts parts,
            QuestionLog log,
            PartnerCapacity capacity,
            Partners partners,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.asking = asking;
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.colleagues = colleagues;
        this.changes = changes;
        this.standing = standing;
        this.parts = parts;
        this.log = log;
        this.capacity = capacity;
        this.partners = partners;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Puts a free customer aside for some days, with no deal yet. */
    public ClaimOutcome reserve(Actor actor, AccountQuestion question, ClaimScope scope) {
        var now = clock.instant();
        var partner = partners.get(AccountCheck.partnerOf(actor));
        var asked = new Asked(question, scope, QuestionOccasion.RESERVATION);
        if (Identifier.of(question).isEmpty()) {
            log.record(actor, partner, asked, Admission.ofNothing(), AccountVerdict.UNCLEAR, null, now);
            return Refused.because(ClaimRefusal.UNCLEAR);
        }
        claims.lockAsker(partner.id());
        var admission = log.admit(actor, partner, asked, now);
        if (admission.refused() != null) {
            return Refused.until(
                    admission.refused() == AccountVerdict.ASKING_PAUSED
                            ? ClaimRefusal.ASKING_PAUSED
                            : ClaimRefusal.TOO_MANY_QUESTIONS,
                    admission.again());
        }
        var outcome = reserve(actor, partner.id(), asked, limits(partner.id(), scope), now);
        if (outcome instanceof Granted granted) {
            var account = granted.claim().account();
            log.record(actor, partner, asked, admission, AccountVerdict.FREE, account, now);
        } else {
            log.record(actor, partner, asked, admission, verdict(((Refused) outcome).reason()), null, now);
        }
        return outcome;
    }

    /** The same for everything the standard program sells. */
    public ClaimOutcome reserve(Actor actor, AccountQuestion question) {
        return reserve(actor, question, ClaimScope.everything());
    }

    private ClaimOutcome reserve(Actor actor, PartnerId partner, Asked asked, Limits limits, Instant now) {
        var view = partners.get(partner);
        if (!view.standing().maySell()) {
            return Refused.because(ClaimRefusal.NOT_SELLING);
        }
        var matching = asking.settled(asked.question());
        if (!matching.certain() || isOfAClaimedGroup(matching, partner, asked.scope(), now)) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        var found = asking.findOrCreate(matching, asked.question(), now);
        if (found.isEmpty()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var place = locate(found.get(), partner, asked.question(), asked.scope(), now);
        if (!place.meant().clear()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var seen = place.seen();
        var account = place.meant().node();
        if (seen.isOwn()) {
            var own = seen.own().orElseThrow();
            return own.person().equals(actor.person()) || colleagues.isMember(own.subject(), actor.person())
                    ? new Granted(own)
                    : Refused.because(ClaimRefusal.COLLEAGUE);
        }
        if (seen.answer() != Answer.FREE) {
            return refused(seen);
        }
        if (!seen.leavesRoomForExclusive()) {
            return Refused.until(ClaimRefusal.RESERVED, seen.blockedUntil().orElse(null));
        }
        var again = claims.lastLapse(partner, account.id()).map(lapse -> lapse.plus(limits.pause()));
        if (again.isPresent() && now.isBefore(again.get())) {
            return Refused.until(ClaimRefusal.PAUSED_AFTER_LAPSE, again.get());
        }
        if (counting.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        var id = ClaimId.create();
        var claim = new ClaimView(
                id,
                account.id(),
                AskedCustomers.name(asked.question()),
                partner,
                actor.person(),
                id.id(),
                ClaimPurpose.RESERVATION,
                true,
                asked.scope(),
                now,
                PartnerDay.endAfter(now, limits.reservationDays(), view.zone()),
                null,
                null);
        audit.record(AccountRegister.reference(account.id()), actor, "reserved", details(claim));
        return granted(claim, place.meant(), asked.question(), now);
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
        var limits = limits(partner, request.scope());
        var matching = asking.settled(question);
        boolean unclear = !matching.certain() || isOfAClaimedGroup(matching, partner, request.scope(), now);
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        var found = asking.findOrCreate(matching, question, now);
        if (found.isEmpty()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var place = locate(found.get(), partner, question, request.scope(), now);
        unclear |= !place.meant().clear();
        var seen = place.seen();
        var account = place.meant().node();
        boolean review = unclear || seen.answer() == Answer.REVIEW;
        if (!seen.isOwn() && !review && seen.answer() != Answer.FREE) {
            return refused(seen);
        }
        var reservations = counting.stream()
                .filter(claim -> claim.purpose() == ClaimPurpose.RESERVATION
                        && claim.account().equals(account.id()))
                .toList();
        if (counting.size() - reservations.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        boolean clear = !unclear && (seen.isOwn() || seen.answer() == Answer.FREE);
        reservations.forEach(reservation -> ending.end(reservation, now, ClaimEnd.REGISTERED));
        var claim = new ClaimView(
                ClaimId.create(),
                account.id(),
                AskedCustomers.name(question),
                partner,
                request.person(),
                request.subject(),
                ClaimPurpose.HOLD,
                clear && seen.leavesRoomForExclusive(),
                request.scope(),
                now,
                request.until(),
                null,
                null);
        audit.recordBySystem(AccountRegister.reference(account.id()), "held", details(claim));
        return granted(claim, place.meant(), question, now);
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
        audit.recordBySystem(AccountRegister.reference(account.id()), "protected", details(protectedClaim));
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
        audit.recordBySystem(AccountRegister.reference(extended.account()), "extended", details(extended));
        return new Granted(extended);
    }

    /** Ends a claim; the account is free in the same transaction. Nothing happens if there is none any more. */
    public void release(UUID subject, ClaimEnd why) {
        var now = clock.instant();
        ending.lockOpen(subject, now).ifPresent(claim -> ending.end(claim, now, why));
    }

    /**
     * Gives a reservation of the actor's own partner back.
     *
     * @throws ClaimNotFound if there is none
     */
    public void giveBack(Actor actor, ClaimId id) {
        var reservation = claims.find(id)
                .filter(claim -> claim.partner().equals(AccountCheck.partnerOf(actor)))
                .filter(claim -> claim.purpose() == ClaimPurpose.RESERVATION)
                .orElseThrow(() -> ClaimNotFound.withId(id));
        release(reservation.subject(), ClaimEnd.RELEASED);
    }

    /** How many days a new reservation of this partner lasts. */
    @Transactional(readOnly = true)
    public long reservationDays(PartnerId partner) {
        return limits(partner, ClaimScope.everything()).reservationDays();
    }

    /** The partner's reservations, newest first, ended ones too. */
    @Transactional(readOnly = true)
    public List<ClaimView> reservationsOf(PartnerId partner, int most) {
        return claims.ofPartner(partner, ClaimPurpose.RESERVATION, most);
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

    /** The customer is new, but probably belongs to a group that is not simply free to this partner. */
    private boolean isOfAClaimedGroup(Matching matching, PartnerId partner, ClaimScope scope, Instant now) {
        return matching.isNobody()
                && standing.ofUnknown(matching, partner, scope, now).answer() == Answer.REVIEW;
    }

    private Seen lockAndSee(AccountView account, PartnerId partner, ClaimScope scope, Instant now) {
        var present = ending.lock(account, now);
        return standing.of(present, partner, scope, now);
    }

    /** The part of the account that is meant, with its tree locked. */
    private Place locate(
            AccountView account, PartnerId partner, AccountQuestion question, ClaimScope scope, Instant now) {
        if (CustomerParts.mayBeNew(question)) {
            changes.lock();
        }
        var present = ending.lock(account, now);
        var meant = parts.meant(present, question);
        return new Place(meant, standing.of(meant.node(), partner, scope, now));
    }

    private record Place(CustomerParts.Meant meant, Seen seen) {}

    private ClaimOutcome granted(ClaimView claim, CustomerParts.Meant meant, AccountQuestion question, Instant now) {
        parts.write(meant, claim.partner(), now);
        claims.insert(claim, meant.node().root());
        if (claim.exclusive()) {
            // The question names the customer, not the part of it.
            asking.learn(meant.found(), question);
        }
        events.publishEvent(new ClaimGranted(claim));
        return new Granted(claim);
    }

    private Limits limits(PartnerId partner, ClaimScope scope) {
        return capacity.of(partners.get(partner).tier(), scope.program());
    }

    private static Refused atCap(List<ClaimView> counting) {
        return new Refused(
                ClaimRefusal.CAP_REACHED,
                null,
                counting.stream().limit(OLDEST_SHOWN).toList());
    }

    private static Refused refused(Seen seen) {
        return switch (seen.answer()) {
            case RESERVED ->
                Refused.until(ClaimRefusal.RESERVED, seen.blockedUntil().orElse(null));
            case HOUSE -> Refused.because(ClaimRefusal.HOUSE);
            case ASSIGNED -> Refused.because(ClaimRefusal.ASSIGNED);
            case REVIEW, FREE -> Refused.because(ClaimRefusal.NEEDS_REVIEW);
        };
    }

    private static AccountVerdict verdict(ClaimRefusal reason) {
        return switch (reason) {
            case RESERVED -> AccountVerdict.RESERVED;
            case COLLEAGUE -> AccountVerdict.COLLEAGUE;
            case HOUSE -> AccountVerdict.HOUSE;
            case ASSIGNED -> AccountVerdict.ASSIGNED;
            case NEEDS_REVIEW -> AccountVerdict.NEEDS_REVIEW;
            case TOO_MANY_QUESTIONS -> AccountVerdict.TOO_MANY_QUESTIONS;
            case ASKING_PAUSED -> AccountVerdict.ASKING_PAUSED;
            case UNCLEAR -> AccountVerdict.UNCLEAR;
            case CAP_REACHED, PAUSED_AFTER_LAPSE, NOT_SELLING, ENDED -> AccountVerdict.FREE;
        };
    }

    private static Map<String, String> details(ClaimView claim) {
        return Map.of(
                "partner", claim.partner().toString(),
                "customer", claim.customer(),
                "purpose", claim.purpose().name(),
                "exclusive", String.valueOf(claim.exclusive()),
                "until", claim.until().toString());
    }
}
