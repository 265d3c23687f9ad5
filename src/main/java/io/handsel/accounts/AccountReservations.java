package io.handsel.accounts;

import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.accounts.OverlapPolicy.Answer;
import io.handsel.accounts.PartnerCapacity.Limits;
import io.handsel.accounts.QuestionLog.Admission;
import io.handsel.accounts.QuestionLog.Asked;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers a partner puts aside for some days before there is a deal. Asking for one is a question like any other: it is
 * counted and logged. Programme guide §5.5.
 */
@Service
@Transactional
public class AccountReservations {

    private final AskedCustomers asking;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final ClaimGranting granting;
    private final ColleagueStore colleagues;
    private final QuestionLog log;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    AccountReservations(
            AskedCustomers asking,
            ClaimStore claims,
            ClaimEnding ending,
            ClaimGranting granting,
            ColleagueStore colleagues,
            QuestionLog log,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.asking = asking;
        this.claims = claims;
        this.ending = ending;
        this.granting = granting;
        this.colleagues = colleagues;
        this.log = log;
        this.partners = partners;
        this.audit = audit;
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
        var outcome = reserve(actor, partner.id(), asked, granting.limits(partner.id(), scope), now);
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
        if (!matching.certain() || granting.isOfAClaimedGroup(matching, partner, asked.scope(), now)) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var counting = claims.countingOf(partner, now);
        if (matching.isNobody() && counting.size() >= limits.maximumOpenClaims()) {
            return Refused.atCap(own(actor, counting));
        }
        var found = asking.findOrCreate(matching, asked.question(), now);
        if (found.isEmpty()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var place = granting.locate(found.get(), partner, asked.question(), asked.scope(), now);
        if (!place.meant().clear()) {
            return Refused.because(ClaimRefusal.NEEDS_REVIEW);
        }
        var seen = place.seen();
        var account = place.meant().node();
        if (seen.isOwn()) {
            var own = seen.own().orElseThrow();
            return colleagues.isOf(actor, own) ? new Granted(own) : Refused.because(ClaimRefusal.COLLEAGUE);
        }
        if (seen.answer() != Answer.FREE) {
            return ClaimGranting.refused(seen);
        }
        if (!seen.leavesRoomForExclusive()) {
            return Refused.until(ClaimRefusal.RESERVED, seen.blockedUntil().orElse(null));
        }
        var again = claims.lastLapse(partner, account.id()).map(lapse -> lapse.plus(limits.pause()));
        if (again.isPresent() && now.isBefore(again.get())) {
            return Refused.until(ClaimRefusal.PAUSED_AFTER_LAPSE, again.get());
        }
        if (counting.size() >= limits.maximumOpenClaims()) {
            return Refused.atCap(own(actor, counting));
        }
        var id = ClaimId.create();
        var claim = new ClaimView(
                id,
                account.id(),
                AskedCustomers.name(asked.question()),
                partner,
                actor.person(),
                actor.location(),
                id.id(),
                ClaimPurpose.RESERVATION,
                true,
                asked.scope(),
                now,
                PartnerDay.endAfter(now, limits.reservationDays(), view.zone()),
                null,
                null);
        audit.record(AccountRegister.reference(account.id()), actor, "reserved", ClaimGranting.details(claim));
        return granting.grant(claim, place.meant(), asked.question(), now);
    }

    /**
     * Gives a reservation of the actor's own company, or of the own location, back.
     *
     * @throws ClaimNotFound if there is none
     */
    public void giveBack(Actor actor, ClaimId id) {
        var reservation = claims.find(id)
                .filter(claim -> PartnerScope.of(actor).covers(claim.partner(), claim.location()))
                .filter(claim -> claim.purpose() == ClaimPurpose.RESERVATION)
                .orElseThrow(() -> ClaimNotFound.withId(id));
        var now = clock.instant();
        ending.lockOpen(reservation.subject(), now).ifPresent(claim -> ending.end(claim, now, ClaimEnd.RELEASED));
    }

    /** How many days a new reservation of this partner lasts. */
    @Transactional(readOnly = true)
    public long reservationDays(PartnerId partner) {
        return granting.limits(partner, ClaimScope.everything()).reservationDays();
    }

    /** What the actor's company, or the own location, has reserved, newest first, ended ones too. */
    @Transactional(readOnly = true)
    public List<ClaimView> reservationsOf(Actor actor, int most) {
        return claims.own(PartnerScope.of(actor), ClaimPurpose.RESERVATION, most);
    }

    /** Those of the partner's claims that are the actor's to see. */
    private static List<ClaimView> own(Actor actor, List<ClaimView> claims) {
        var mine = PartnerScope.of(actor);
        return claims.stream()
                .filter(claim -> mine.covers(claim.partner(), claim.location()))
                .toList();
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
}
