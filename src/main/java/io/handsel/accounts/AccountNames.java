package io.handsel.accounts;

import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names customers are asked for by: trading and former ones, the one in the local script, the acronym. */
@Service
@Transactional
public class AccountNames {

    private final AccountStore accounts;
    private final TreeStore trees;
    private final TreeLocks locks;
    private final AccountChanges changes;
    private final AuditTrail audit;

    AccountNames(AccountStore accounts, TreeStore trees, TreeLocks locks, AccountChanges changes, AuditTrail audit) {
        this.accounts = accounts;
        this.trees = trees;
        this.locks = locks;
        this.changes = changes;
        this.audit = audit;
    }

    /** @throws AccountNotFound if there is no such account */
    @Transactional(readOnly = true)
    public List<AccountName> of(AccountId id) {
        return accounts.names(get(id).id());
    }

    /** The account is found by this name too from now on. */
    public AccountOutcome add(Actor actor, AccountId id, AccountName name, long version) {
        var added = new AccountName(name.kind(), name.name().strip());
        if (added.name().isEmpty()) {
            return new Refused(AccountRefusal.NAME_MISSING, "name");
        }
        if (added.name().length() > CheckedAccount.LONGEST_TEXT) {
            return new Refused(AccountRefusal.NAME_TOO_LONG, "name");
        }
        return change(
                id,
                version,
                names -> names.stream().anyMatch(known -> known.name().equals(added.name()))
                        ? Optional.of(new Refused(AccountRefusal.NAME_KNOWN, "name"))
                        : legal(added),
                account -> {
                    accounts.name(account.id(), added.kind(), added.name());
                    Identifier.name(added.name(), account.country())
                            .ifPresent(identifier -> accounts.identify(account.id(), identifier));
                    audit.record(
                            AccountRegister.reference(account.id()),
                            actor,
                            "name_added",
                            Map.of("nameKind", added.kind().name(), "name", added.name()));
                });
    }

    /** The account is no longer found by this name, unless another one of it is all but the same. */
    public AccountOutcome remove(Actor actor, AccountId id, AccountName name, long version) {
        return change(
                id,
                version,
                names -> names.contains(name)
                        ? legal(name)
                        : Optional.of(new Refused(AccountRefusal.CHANGED_MEANWHILE, "")),
                account -> {
                    accounts.forget(account.id(), name);
                    var key = AccountNameKey.of(name.name());
                    if (accounts.names(account.id()).stream()
                            .noneMatch(kept -> AccountNameKey.of(kept.name()).equals(key))) {
                        accounts.identifiers(account.id()).stream()
                                .filter(identifier -> identifier.kind() == Kind.NAME
                                        && identifier.text().equals(key))
                                .forEach(identifier -> accounts.forget(account.id(), identifier));
                    }
                    audit.record(
                            AccountRegister.reference(account.id()),
                            actor,
                            "name_removed",
                            Map.of("nameKind", name.kind().name(), "name", name.name()));
                });
    }

    /** What an account goes by is changed with the account itself, which keeps the former name. */
    private static Optional<Refused> legal(AccountName name) {
        return name.kind() == AccountNameKind.LEGAL
                ? Optional.of(new Refused(AccountRefusal.LEGAL_NAME_STAYS, "kind"))
                : Optional.empty();
    }

    private AccountOutcome change(AccountId id, long version, Check check, Consumer<AccountView> act) {
        changes.lock();
        var account = locks.lock(get(id));
        var refused = check.of(accounts.names(account.id()));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (accounts.version(account.id()) != version) {
            return new Refused(AccountRefusal.CHANGED_MEANWHILE, "");
        }
        act.accept(account);
        trees.touch(account.id());
        changes.changed(account.id());
        return new Registered(account);
    }

    private AccountView get(AccountId id) {
        return accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id));
    }

    private interface Check {

        Optional<Refused> of(List<AccountName> present);
    }
}
