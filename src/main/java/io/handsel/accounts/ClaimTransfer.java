package io.handsel.accounts;

import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.accounts.ClaimOutcome.Refused;
import io.handsel.audit.AuditTrail;
import io.handsel.partner.Partners;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves a customer from one partner to another: the one's claim ends and the other's becomes exclusive in one
 * transaction, with the tree locked, so that at no moment both or neither has it. Whether it may move was decided before
 * by a person; what no decision can do is make a second partner exclusive beside a third (Programme guide §5.3).
 */
@Service
@Transactional
public class ClaimTransfer {

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final AccountStanding standing;
    private final AccountClaims granting;
    private final Partners partners;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimTransfer(
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            AccountStanding standing,
            AccountClaims granting,
            Partners partners,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.standing = standing;
        this.granting = granting;
        this.partners = partners;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The receiver keeps the account it has or had a claim on, where that overlaps what is given up; else it gets the
     * account that is given up. The partner's cap is not asked: the claim was wanted by the vendor. Asking again changes
     * nothing; a refusal changes nothing either.
     *
     * @param from the subject whose claim ends; null, or one that has ended, where there is nothing to end any more
     * @param to who gets it, for what, and until when it is protected then
     */
    public ClaimOutcome transfer(@Nullable UUID from, HoldRequest to) {
        claims.lockAsker(to.partner());
        if (!partners.get(to.partner()).standing().maySell()) {
            return Refused.because(ClaimRefusal.NOT_SELLING);
        }
        var leaving = newest(from);
        var own = newest(to.subject());
        if (leaving.isEmpty() && own.isEmpty()) {
            return granting.hold(to) instanceof Refused refused ? refused : granting.protect(to.subject(), to.until());
        }
        var now = clock.instant();
        ending.lock(
                Stream.concat(leaving.stream(), own.stream())
                        .map(ClaimView::account)
                        .toList(),
                now);
        return transferLocked(newest(from).filter(ClaimTransfer::isOpen), newest(to.subject()), leaving, to, now);
    }

    private ClaimOutcome transferLocked(
            Optional<ClaimView> leaving,
            Optional<ClaimView> own,
            Optional<ClaimView> left,
            HoldRequest to,
            Instant now) {
        var open = own.filter(ClaimTransfer::isOpen);
        if (leaving.isEmpty() && open.filter(claim -> isWhatIsWanted(claim, to)).isPresent()) {
            return new Granted(open.orElseThrow());
        }
        var account = account(own, left);
        var kept = open.filter(claim -> claim.account().equals(account.id()));
        // A claim that is kept keeps its scope: nobody else may be exclusive anywhere in it.
        var scope = kept.map(ClaimView::scope).orElse(to.scope());
        var refusal = refusal(standing.of(account, to.partner(), scope, now), leaving, open, to);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        leaving.ifPresent(claim -> ending.end(claim, now, ClaimEnd.TRANSFERRED));
        claims.countingOf(to.partner(), now).stream()
                .filter(claim -> claim.purpose() == ClaimPurpose.RESERVATION
                        && claim.account().equals(account.id()))
                .forEach(reservation -> ending.end(reservation, now, ClaimEnd.REGISTERED));
        open.filter(claim -> kept.isEmpty()).ifPresent(claim -> ending.end(claim, now, ClaimEnd.REGISTERED));
        return new Granted(grant(account, kept, customer(own, left), to, now));
    }

    private ClaimView grant(
            AccountView account, Optional<ClaimView> kept, String customer, HoldRequest to, Instant now) {
        var claim = kept.map(own -> own.protectedUntil(to.until(), true))
                .orElseGet(() -> new ClaimView(
                        ClaimId.create(),
                        account.id(),
                        customer,
                        to.partner(),
                        to.person(),
                        to.location(),
                        to.subject(),
                        ClaimPurpose.PROTECTION,
                        true,
                        to.scope(),
                        now,
                        to.until(),
                        null,
                        null));
        if (kept.isPresent()) {
            claims.update(claim);
        } else {
            claims.insert(claim, account.root());
        }
        audit.recordBySystem(
                AccountRegister.reference(account.id()),
                "claim_transferred",
                Map.of(
                        "partner", to.partner().toString(),
                        "customer", customer,
                        "until", to.until().toString()));
        events.publishEvent(new ClaimGranted(claim));
        return claim;
    }

    /** An open claim was granted before the vendor laid anything else down, and is not cut short by that. */
    private Optional<Refused> refusal(
            Seen seen, Optional<ClaimView> leaving, Optional<ClaimView> open, HoldRequest to) {
        var third = seen.others().stream()
                .filter(ClaimView::exclusive)
                .filter(claim -> leaving.stream().noneMatch(given -> given.id().equals(claim.id())))
                .map(ClaimView::until)
                .max(Comparator.naturalOrder());
        if (third.isPresent()) {
            return Optional.of(Refused.until(ClaimRefusal.RESERVED, third.get()));
        }
        var designation = seen.designation();
        if (open.isPresent() || designation == null) {
            return Optional.empty();
        }
        return switch (designation.designation()) {
            case OPEN -> Optional.empty();
            case HOUSE -> Optional.of(Refused.because(ClaimRefusal.HOUSE));
            case ASSIGNED ->
                to.partner().equals(designation.partner())
                        ? Optional.empty()
                        : Optional.of(Refused.because(ClaimRefusal.ASSIGNED));
        };
    }

    private AccountView account(Optional<ClaimView> own, Optional<ClaimView> left) {
        var kept = own.map(claim -> accounts.find(claim.account()).orElseThrow());
        var given = left.map(claim -> accounts.find(claim.account()).orElseThrow());
        return kept.filter(account -> given.map(account::overlaps).orElse(true))
                .or(() -> given)
                .orElseThrow();
    }

    private Optional<ClaimView> newest(@Nullable UUID subject) {
        return subject == null ? Optional.empty() : claims.ofSubject(subject);
    }

    private static boolean isOpen(ClaimView claim) {
        return claim.endedAt() == null;
    }

    private static boolean isWhatIsWanted(ClaimView claim, HoldRequest to) {
        return claim.exclusive()
                && claim.purpose() == ClaimPurpose.PROTECTION
                && claim.until().equals(to.until());
    }

    private static String customer(Optional<ClaimView> own, Optional<ClaimView> left) {
        return own.or(() -> left).map(ClaimView::customer).orElseThrow();
    }
}
