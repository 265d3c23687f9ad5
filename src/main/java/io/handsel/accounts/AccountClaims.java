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
import java.util.stream.Stream;
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
    private static final int ATTEMPTS = 5;

    private final AccountMatcher matcher;
    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final ColleagueStore colleagues;
    private final AccountChanges changes;
    private final NameIndex names;
    private final AccountStanding standing;
    private final CustomerParts parts;
    private final QuestionLog log;
    private final PartnerCapacity capacity;
    private final Partners partners;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountClaims(
            AccountMatcher matcher,
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            ColleagueStore colleagues,
            AccountChanges changes,
            NameIndex names,
            AccountStanding standing,
            CustomerParts parts,
            QuestionLog log,
            PartnerCapacity capacity,
            Partners partners,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.matcher = matcher;
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.colleagues = colleagues;
        this.changes = changes;
        this.names = names;
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
        var matching = settled(asked.question());
        if (!matching.certain() || isOfAClaimedGroup(matching, partner, asked.scope(), now)) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        var found = findOrCreate(matching, asked.question(), now);
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
                customer(asked.question()),
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
        var matching = settled(question);
        boolean unclear = !matching.certain() || isOfAClaimedGroup(matching, partner, request.scope(), now);
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return atCap(counting);
        }
        var found = findOrCreate(matching, question, now);
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
                customer(question),
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
        var protectedClaim = new ClaimView(
                lapsed ? ClaimId.create() : claim.id(),
                claim.account(),
                claim.customer(),
                claim.partner(),
                claim.person(),
                subject,
                ClaimPurpose.PROTECTION,
                seen.leavesRoomForExclusive(),
                scope,
                lapsed ? now : claim.from(),
                until,
                null,
                null);
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
        var present = claim.get();
        var extended = new ClaimView(
                present.id(),
                present.account(),
                present.customer(),
                present.partner(),
                present.person(),
                subject,
                present.purpose(),
                present.exclusive(),
                present.scope(),
                present.from(),
                until,
                null,
                null);
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

    /**
     * What the question means as far as anybody can know. Where nobody seems to be meant the register is locked, so that
     * nobody else can name the same customer meanwhile, and asked again with every change followed: an index of names
     * that is late never makes a second account.
     */
    private Matching settled(AccountQuestion question) {
        var matching = matcher.match(question);
        if (!matching.isNobody()) {
            return matching;
        }
        changes.lock(names::follow);
        return matcher.match(question);
    }

    /** The customer is new, but probably belongs to a group that is not simply free to this partner. */
    private boolean isOfAClaimedGroup(Matching matching, PartnerId partner, ClaimScope scope, Instant now) {
        return matching.isNobody()
                && standing.ofUnknown(matching, partner, scope, now).answer() == Answer.REVIEW;
    }

    /** The account meant, made if nobody has named it before; empty if that cannot be told apart from others. */
    private Optional<AccountView> findOrCreate(Matching matching, AccountQuestion question, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var known = matching.best().flatMap(match -> accounts.find(match.account()));
            if (known.isPresent()) {
                return known;
            }
            var created = create(question, now);
            if (created.isPresent()) {
                return created;
            }
            // Somebody has just made it: now it can be seen.
            matching = matcher.match(question);
        }
        return Optional.empty();
    }

    private Optional<AccountView> create(AccountQuestion question, Instant now) {
        changes.lock();
        var account = newAccount(question);
        accounts.insert(account, now);
        for (var identifier : Identifier.of(question)) {
            if (!accounts.identifySolely(account.id(), identifier)) {
                accounts.remove(account.id());
                return Optional.empty();
            }
        }
        changes.changed(account.id());
        audit.recordBySystem(AccountRegister.reference(account.id()), "created", Map.of("name", account.name()));
        return Optional.of(account);
    }

    /** A tree of its own for a customer as it was asked for. */
    static AccountView newAccount(AccountQuestion question) {
        var id = AccountId.create();
        return new AccountView(
                id,
                null,
                id,
                id + "/",
                AccountKind.LEGAL_ENTITY,
                customer(question),
                question.country() != null && question.country().matches("[A-Z]{2}") ? question.country() : null,
                question.state(),
                question.postcode(),
                question.city());
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
            learn(meant.found(), question);
        }
        events.publishEvent(new ClaimGranted(claim));
        return new Granted(claim);
    }

    /** What a claim was asked by must find it again: a domain named here is never answered "free" afterwards. */
    private void learn(AccountView account, AccountQuestion question) {
        Identifier.of(question).stream()
                .filter(identifier -> !accounts.hasIdentifier(account.id(), identifier.kind()))
                .forEach(identifier -> accounts.identify(account.id(), identifier));
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

    private static String customer(AccountQuestion question) {
        return Stream.of(question.name(), question.domain(), question.vat(), question.duns())
                .filter(part -> part != null)
                .findFirst()
                .orElseThrow();
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
