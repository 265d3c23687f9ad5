package io.handsel.accounts;

import io.handsel.accounts.AccountMatcher.Matching;
import io.handsel.audit.AuditTrail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer a question asks a claim on: recognised where somebody has named it before, made where nobody has, and
 * never made twice.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AskedCustomers {

    private static final int ATTEMPTS = 5;

    private final AccountMatcher matcher;
    private final AccountStore accounts;
    private final AccountChanges changes;
    private final NameIndex names;
    private final AuditTrail audit;

    AskedCustomers(
            AccountMatcher matcher, AccountStore accounts, AccountChanges changes, NameIndex names, AuditTrail audit) {
        this.matcher = matcher;
        this.accounts = accounts;
        this.changes = changes;
        this.names = names;
        this.audit = audit;
    }

    /**
     * What the question means as far as anybody can know. Where nobody seems to be meant the register is locked, so that
     * nobody else can name the same customer meanwhile, and asked again with every change followed: an index of names
     * that is late never makes a second account.
     */
    Matching settled(AccountQuestion question) {
        var matching = matcher.match(question);
        if (!matching.isNobody()) {
            return matching;
        }
        changes.lock(names::follow);
        return matcher.match(question);
    }

    /** The account meant, made if nobody has named it before; empty if that cannot be told apart from others. */
    Optional<AccountView> findOrCreate(Matching matching, AccountQuestion question, Instant now) {
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
                name(question),
                question.country() != null && question.country().matches("[A-Z]{2}") ? question.country() : null,
                question.state(),
                question.postcode(),
                question.city());
    }

    /** What a claim was asked by must find it again: a domain named here is never answered "free" afterwards. */
    void learn(AccountView account, AccountQuestion question) {
        Identifier.of(question).stream()
                .filter(identifier -> !accounts.hasIdentifier(account.id(), identifier.kind()))
                .forEach(identifier -> accounts.identify(account.id(), identifier));
    }

    /** What the customer is called as far as the question says. */
    static String name(AccountQuestion question) {
        return Stream.of(question.name(), question.domain(), question.vat(), question.duns())
                .filter(part -> part != null)
                .findFirst()
                .orElseThrow();
    }
}
