package io.handsel.accounts;

import io.handsel.accounts.AccountStanding.Seen;
import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer says which customer is meant where the machine could not: the claim goes to that account, or to a new one,
 * and what it was asked by is remembered, so that the same question is beyond doubt from then on.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ClaimPlacing {

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final AccountStanding standing;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final Clock clock;

    ClaimPlacing(
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            AccountStanding standing,
            AccountChanges changes,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.standing = standing;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The customer is this account.
     *
     * @return false if there is no such account or no open claim any more
     */
    public boolean onAccount(Actor actor, UUID subject, AccountId id, AccountQuestion question) {
        changes.lock();
        return accounts.find(id)
                .filter(account -> place(actor, subject, account, question))
                .isPresent();
    }

    /**
     * The customer is none of those known: an account of its own, even beside one of the same name.
     *
     * @return false if there is no open claim any more
     */
    public boolean onNewAccount(Actor actor, UUID subject, AccountQuestion question) {
        changes.lock();
        var account = AskedCustomers.newAccount(question);
        accounts.insert(account, clock.instant());
        changes.changed(account.id());
        audit.record(AccountRegister.reference(account.id()), actor, "created", Map.of("name", account.name()));
        return place(actor, subject, account, question);
    }

    private boolean place(Actor actor, UUID subject, AccountView target, AccountQuestion question) {
        var now = clock.instant();
        var found = claims.ofSubject(subject).filter(claim -> claim.countsAt(now));
        if (found.isEmpty()) {
            return false;
        }
        ending.lock(List.of(found.get().account(), target.id()), now);
        var open = claims.ofSubject(subject).filter(claim -> claim.countsAt(now));
        open.ifPresent(claim -> move(actor, claim, target, now));
        open.ifPresent(claim -> remember(target, question));
        return open.isPresent();
    }

    /** A company has many names and domains, but one number of a kind. */
    private void remember(AccountView account, AccountQuestion question) {
        Identifier.of(question).stream()
                .filter(identifier ->
                        identifier.kind().mayBeShared() || !accounts.hasIdentifier(account.id(), identifier.kind()))
                .forEach(identifier -> accounts.identify(account.id(), identifier));
        if (question.name() != null && !question.name().equals(account.name())) {
            accounts.name(account.id(), AccountNameKind.TRADING, question.name());
        }
        changes.changed(account.id());
    }

    private void move(Actor actor, ClaimView claim, AccountView target, Instant now) {
        claims.dropLines(claim);
        var seen = standing.of(target, claim.partner(), claim.scope(), now);
        var placed = claim.on(target.id(), seen.answer() == OverlapPolicy.Answer.FREE && seen.leavesRoomForExclusive());
        claims.place(placed, target.root());
        audit.record(
                AccountRegister.reference(target.id()),
                actor,
                "placed",
                Map.of(
                        "partner", claim.partner().toString(),
                        "customer", claim.customer(),
                        "exclusive", String.valueOf(placed.exclusive())));
    }

    /**
     * Whether the claim could not be protected at present, on its own account or on another one. Asked before a
     * reviewer's approval counts, so that they hear it rather than the process fail.
     */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isRefused(UUID subject, @Nullable AccountId elsewhere) {
        var now = clock.instant();
        return claims.ofSubject(subject)
                .filter(claim -> accounts.find(elsewhere == null ? claim.account() : elsewhere)
                        .map(account -> standing.of(account, claim.partner(), claim.scope(), now))
                        .filter(Seen::isRefused)
                        .isPresent())
                .isPresent();
    }
}
