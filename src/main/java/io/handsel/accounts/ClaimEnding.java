package io.handsel.accounts;

import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.audit.AuditTrail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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
    private final TreeLocks locks;
    private final ClaimStore claims;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ClaimEnding(
            AccountStore accounts,
            TreeLocks locks,
            ClaimStore claims,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.locks = locks;
        this.claims = claims;
        this.audit = audit;
        this.events = events;
    }

    /** The account with its tree locked, as it is then; no claim in it is open any more whose time is up. */
    AccountView lock(AccountView account, Instant now) {
        lock(List.of(account.id()), now);
        return accounts.find(account.id()).orElseThrow();
    }

    /** The same for the trees of several accounts. */
    void lock(Collection<AccountId> nodes, Instant now) {
        locks.lock(nodes).forEach(root -> endLapsedIn(root, now));
    }

    /** The subject's claim with its tree locked; empty if it has ended, by its time or otherwise. */
    Optional<ClaimView> lockOpen(UUID subject, Instant now) {
        return claims.ofSubject(subject).flatMap(claim -> {
            lock(List.of(claim.account()), now);
            return claims.ofSubject(subject).filter(present -> present.endedAt() == null);
        });
    }

    private void endLapsedIn(AccountId root, Instant now) {
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
