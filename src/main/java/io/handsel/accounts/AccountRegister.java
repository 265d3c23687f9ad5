package io.handsel.accounts;

import io.handsel.accounts.AccountDetails.DesignationView;
import io.handsel.accounts.AccountDetails.IdentifierView;
import io.handsel.accounts.AccountOutcome.Refused;
import io.handsel.accounts.AccountOutcome.Registered;
import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.CheckedAccount.Fine;
import io.handsel.accounts.CheckedAccount.Wrong;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of customer accounts, for the vendor's people: trees, identifiers, designations, and who claims what. */
@Service
@Transactional
public class AccountRegister {

    static final int DEEPEST = 10;
    private static final int MOST_CLAIMS_SHOWN = 200;

    private final AccountStore accounts;
    private final TreeLocks locks;
    private final ClaimStore claims;
    private final DesignationStore designationStore;
    private final Partners partners;
    private final People people;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRegister(
            AccountStore accounts,
            TreeLocks locks,
            ClaimStore claims,
            DesignationStore designationStore,
            Partners partners,
            People people,
            AccountChanges changes,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.locks = locks;
        this.claims = claims;
        this.designationStore = designationStore;
        this.partners = partners;
        this.people = people;
        this.changes = changes;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes an account down; nothing is written if any part of it is refused. */
    public AccountOutcome register(Actor actor, NewAccount wanted) {
        if (CheckedAccount.of(wanted) instanceof Wrong wrong) {
            return new Refused(wrong.reason(), wrong.field());
        }
        var checked = ((Fine) CheckedAccount.of(wanted)).account();
        changes.lock();
        AccountView parent = null;
        if (wanted.parent() != null) {
            var found = accounts.find(wanted.parent());
            if (found.isEmpty()) {
                return new Refused(AccountRefusal.UNKNOWN_PARENT, "parent");
            }
            parent = found.get();
            if (AccountStore.nodesOn(parent.path()).size() >= DEEPEST) {
                return new Refused(AccountRefusal.TREE_TOO_DEEP, "parent");
            }
        }
        var account = checked.node(AccountId.create(), parent);
        accounts.insert(account, clock.instant());
        accounts.name(account.id(), AccountNameKind.LEGAL, checked.name());
        wanted.otherNames().forEach(name -> accounts.name(account.id(), AccountNameKind.TRADING, name));
        for (var identifier : checked.identifiers()) {
            if (!accounts.identify(account.id(), identifier)) {
                accounts.remove(account.id());
                return taken(identifier);
            }
        }
        changes.changed(account.id());
        audit.record(reference(account.id()), actor, "created", Map.of("name", account.name()));
        return new Registered(account);
    }

    /** Everything that is wrong about a wish, before it is made. */
    public List<Refused> faults(NewAccount wanted) {
        return CheckedAccount.faults(wanted).stream()
                .map(wrong -> new Refused(wrong.reason(), wrong.field()))
                .toList();
    }

    /** @throws AccountNotFound if there is no such account */
    @Transactional(readOnly = true)
    public AccountRecord record(AccountId id) {
        var account = get(id);
        var identifiers = accounts.identifiers(account.id()).stream().sorted().toList();
        var written = new NewAccount(
                account.parent(),
                account.kind(),
                account.name(),
                Set.copyOf(accounts.otherNames(account.id())),
                account.country(),
                account.state(),
                account.postcode(),
                account.city(),
                texts(identifiers, Kind.DOMAIN).collect(Collectors.toSet()),
                texts(identifiers, Kind.DUNS).findFirst().orElse(null),
                texts(identifiers, Kind.VAT).findFirst().orElse(null),
                texts(identifiers, Kind.REGISTRY).findFirst().orElse(null));
        return new AccountRecord(account, written, accounts.version(account.id()));
    }

    /**
     * Changes what is known of an account; its place in the tree stays, and so does every claim on it. A name it no
     * longer goes by is kept among the others, because customers are asked for by their former names for years.
     *
     * @throws AccountNotFound if there is no such account
     */
    public AccountOutcome change(Actor actor, AccountId id, NewAccount wanted, long version) {
        if (CheckedAccount.of(wanted) instanceof Wrong wrong) {
            return new Refused(wrong.reason(), wrong.field());
        }
        changes.lock();
        var record = record(id);
        var before = record.account();
        // Whoever decides about claims in this tree goes by its identifiers: one after the other.
        locks.lock(before);
        var names = otherNames(before, wanted);
        var known = wanted.known(names.stream().map(AccountName::name).collect(Collectors.toSet()));
        var checked = ((Fine) CheckedAccount.of(known)).account();
        var present = accounts.identifiers(before.id());
        for (var identifier : checked.identifiers()) {
            if (!present.contains(identifier) && !identifier.kind().mayBeShared() && accounts.isTaken(identifier)) {
                return taken(identifier);
            }
        }
        var node = checked.node(before.id(), null);
        var account = new AccountView(
                before.id(),
                before.parent(),
                before.root(),
                before.path(),
                node.kind(),
                node.name(),
                node.country(),
                node.state(),
                node.postcode(),
                node.city());
        if (!accounts.update(account, version)) {
            return new Refused(AccountRefusal.CHANGED_MEANWHILE, "");
        }
        present.stream()
                .filter(identifier -> !checked.identifiers().contains(identifier))
                .filter(identifier -> isGivenUp(identifier, record, checked))
                .forEach(identifier -> accounts.forget(before.id(), identifier));
        checked.identifiers().stream()
                .filter(identifier -> !present.contains(identifier))
                .filter(identifier -> !accounts.identify(before.id(), identifier))
                .findFirst()
                .ifPresent(identifier -> {
                    // Somebody else took the number between the question and now.
                    throw new ConcurrencyFailureException("Taken meanwhile: " + identifier.kind());
                });
        accounts.forgetNames(before.id());
        accounts.name(before.id(), AccountNameKind.LEGAL, checked.name());
        names.forEach(name -> accounts.name(before.id(), name.kind(), name.name()));
        changes.changed(before.id());
        audit.record(
                reference(before.id()),
                actor,
                "changed",
                AccountDifference.between(record.written(), record(before.id()).written()));
        return new Registered(account);
    }

    /** The names asked for, each of the kind it was; a name the account no longer goes by is a former one. */
    private List<AccountName> otherNames(AccountView before, NewAccount wanted) {
        var present = accounts.names(before.id());
        var names = new TreeSet<AccountName>();
        for (var name : wanted.otherNames()) {
            present.stream()
                    .filter(known -> known.name().equals(name) && known.kind() != AccountNameKind.LEGAL)
                    .findFirst()
                    .ifPresentOrElse(names::add, () -> names.add(new AccountName(AccountNameKind.TRADING, name)));
        }
        var name = wanted.name().strip();
        if (!before.name().equals(name)) {
            names.removeIf(other -> other.name().equals(before.name()));
            names.add(new AccountName(AccountNameKind.FORMER, before.name()));
        }
        names.removeIf(other -> other.name().equals(name));
        return List.copyOf(names);
    }

    /** Whether the form showed an identifier, so that leaving it out means giving it up. */
    private static boolean isGivenUp(Identifier identifier, AccountRecord record, CheckedAccount checked) {
        var written = record.written();
        return switch (identifier.kind()) {
            case DOMAIN -> true;
            case DUNS -> identifier.text().equals(written.duns());
            case VAT -> identifier.text().equals(written.vat());
            case REGISTRY -> identifier.text().equals(written.registry());
            // A name brought in from another country by a merged account goes when nobody uses the name any more.
            case NAME ->
                identifier.scope().equals(Objects.requireNonNullElse(written.country(), ""))
                        || checked.identifiers().stream()
                                .noneMatch(kept ->
                                        kept.kind() == Kind.NAME && kept.text().equals(identifier.text()));
        };
    }

    private static Refused taken(Identifier identifier) {
        return new Refused(
                AccountRefusal.IDENTIFIER_TAKEN, identifier.kind().name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> texts(List<Identifier> identifiers, Kind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::text);
    }

    /** @throws AccountNotFound if there is no such account */
    @Transactional(readOnly = true)
    public AccountView get(AccountId id) {
        return accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id));
    }

    @Transactional(readOnly = true)
    public Optional<AccountView> find(AccountId id) {
        return accounts.find(id);
    }

    /** Lays down who sells at an account. Claims that exist are left alone. */
    public Optional<AccountRefusal> designate(Actor actor, AccountId id, DesignateAccount wish) {
        var known = get(id);
        var assigned = wish.designation() == Designation.ASSIGNED;
        if (assigned && (wish.partner() == null || partners.find(wish.partner()).isEmpty())) {
            return Optional.of(AccountRefusal.UNKNOWN_PARTNER);
        }
        if (wish.owner() != null && !isStaff(wish.owner())) {
            return Optional.of(AccountRefusal.UNKNOWN_OWNER);
        }
        if (wish.reviewOn() != null && wish.reviewOn().isBefore(wish.from())) {
            return Optional.of(AccountRefusal.REVIEW_BEFORE_START);
        }
        var account = locks.lock(known);
        designationStore.lay(
                account,
                new DesignationRow(
                        UUID.randomUUID(),
                        account.id(),
                        wish.designation(),
                        assigned ? wish.partner() : null,
                        wish.owner() == null
                                ? actor.person().id()
                                : wish.owner().id(),
                        wish.reason(),
                        wish.helpPaid(),
                        wish.from(),
                        wish.reviewOn(),
                        clock.instant(),
                        DesignationSource.PERSON));
        audit.record(
                reference(account.id()),
                actor,
                "designated",
                Map.of(
                        "designation",
                        wish.designation().name(),
                        "from",
                        wish.from().toString()));
        return Optional.empty();
    }

    /** @throws AccountNotFound if there is no such account */
    @Transactional(readOnly = true)
    public AccountDetails details(AccountId id) {
        var account = get(id);
        var names = accounts.names(account.id());
        var identifiers = jdbc.sql(
                        "select kind, identifier, sole from account_identity where account_id = ? order by kind, identifier")
                .param(account.id().id())
                .query((row, number) ->
                        new IdentifierView(row.getString("kind"), row.getString("identifier"), row.getBoolean("sole")))
                .list();
        var designations = designationStore.of(account.id()).stream()
                .map(row -> new DesignationView(
                        row.designation(),
                        row.partner(),
                        row.reason(),
                        row.helpPaid(),
                        row.from(),
                        row.review(),
                        row.owner() == null ? null : new PersonId(row.owner()),
                        row.recordedAt(),
                        row.source()))
                .toList();
        return new AccountDetails(
                account, names, identifiers, designations, claims.ofAccount(account.id(), MOST_CLAIMS_SHOWN));
    }

    private boolean isStaff(PersonId person) {
        return people.find(person)
                .filter(found -> found.active() && found.organisation() == null)
                .isPresent();
    }

    static CaseReference reference(AccountId account) {
        return new CaseReference("account", account.id());
    }
}
