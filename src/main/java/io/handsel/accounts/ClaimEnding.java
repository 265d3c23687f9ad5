package io.handsel.accounts;

import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.audit.AuditTrail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How claims end. Whoever meets a claim whose time is up ends it; the tree is locked meanwhile. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ClaimEnding {

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ClaimEnding(AccountStore accounts, ClaimStore claims, AuditTrail audit, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.claims = claims;
        this.audit = audit;
        this.events = events;
    }

    /** The account with its tree locked, as it is then: while one waited it may have moved to another tree. */
    AccountView lock(AccountView account) {
        var present = account;
        while (true) {
            var root = present.root();
            accounts.beginTrying();
            accounts.lockTree(root);
            present = accounts.find(present.id()).orElseThrow();
            if (present.root().equals(root)) {
                accounts.keepTried();
                return present;
            }
            // Whoever moves it again wants both trees: to wait for one with the other locked would be a deadlock.
            accounts.dropTried();
        }
    }

    /** The subject's claim with its tree locked; empty if it has ended, by its time or otherwise. */
    Optional<ClaimView> lockOpen(UUID subject, Instant now) {
        return claims.ofSubject(subject).flatMap(claim -> {
            var account = lock(accounts.find(claim.account()).orElseThrow());
            endLapsedIn(account.root(), now);
            return claims.ofSubject(subject).filter(present -> present.endedAt() == null);
        });
    }

    void endLapsedIn(AccountId root, Instant now) {
        claims.openInTree(root).stream()
                .map(TreeClaim::claim)
                .filter(claim -> !claim.countsAt(now))
                .forEach(claim -> end(claim, claim.until(), ClaimEnd.LAPSED));
    }

    void end(ClaimView claim, Instant at, ClaimEnd why) {
        if (claims.end(claim, at, why)) {
            audit.recordBySystem(
                    AccountRegister.reference(claim.account()),
                    "claim_ended",
                    Map.of("partner", claim.partner().toString(), "customer", claim.customer(), "why", why.name()));
            events.publishEvent(new ClaimEnded(claim, why));
        }
    }
}
