package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.TreeDeed.AccountMark;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Split;
import io.handsel.accounts.TreeOutcome.Done;
import io.handsel.accounts.TreeOutcome.Foreseen;
import io.handsel.accounts.TreeOutcome.Refused;
import io.handsel.accounts.TreePlan.Relocation;
import io.handsel.accounts.TreePlanning.Impossible;
import io.handsel.accounts.TreePlanning.Planned;
import io.handsel.accounts.TreePreview.Contest;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.security.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the shape of account trees. Each is shown before it is done, and done only if it still is what was shown.
 *
 * <p>Where two exclusive claims of different partners would come to lie within each other, the one that began later
 * stays open without being exclusive, and {@link ClaimsContested} is published: people must settle it.
 */
@Service
@Transactional
public class AccountTree {

    private final TreePlanning planning;
    private final TreeStore trees;
    private final AccountStore accounts;
    private final ClaimStore claims;
    private final ClaimEnding ending;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountTree(
            TreePlanning planning,
            TreeStore trees,
            AccountStore accounts,
            ClaimStore claims,
            ClaimEnding ending,
            AccountChanges changes,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.planning = planning;
        this.trees = trees;
        this.accounts = accounts;
        this.claims = claims;
        this.ending = ending;
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the deed would do, or why it is refused.
     *
     * @throws AccountNotFound if the account it is done to does not exist
     */
    @Transactional(readOnly = true)
    public TreeOutcome preview(TreeDeed deed) {
        var result = planning.plan(deed, clock.instant());
        return result instanceof Planned planned
                ? new Foreseen(planned.plan().preview())
                : new Refused(((Impossible) result).reason());
    }

    /**
     * Does it, if it still is what the preview with this stamp has shown.
     *
     * @throws AccountNotFound if the account it is done to does not exist
     */
    public TreeOutcome carryOut(Actor actor, TreeDeed deed, String stamp) {
        return carryOut(actor, deed, Optional.of(stamp));
    }

    /** Does it, whatever it is. */
    TreeOutcome carryOut(Actor actor, TreeDeed deed) {
        return carryOut(actor, deed, Optional.empty());
    }

    /**
     * The tree an account belongs to.
     *
     * @throws AccountNotFound if there is no such account
     */
    @Transactional(readOnly = true)
    public TreePicture picture(AccountId id) {
        return trees.picture(get(id), clock.instant());
    }

    /**
     * What happened to an account and to those that have become part of it, oldest first.
     *
     * @throws AccountNotFound if there is no such account
     */
    @Transactional(readOnly = true)
    public List<AuditEntry> history(AccountId id) {
        var account = get(id).id();
        return Stream.concat(Stream.of(account), trees.mergedInto(account).stream())
                .flatMap(one -> audit.of(AccountRegister.reference(one)).stream())
                .sorted(Comparator.comparing(AuditEntry::at))
                .toList();
    }

    /** The accounts directly below one. */
    @Transactional(readOnly = true)
    public List<AccountView> childrenOf(AccountId id) {
        return trees.childrenOf(get(id).id());
    }

    private AccountView get(AccountId id) {
        return accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id));
    }

    private TreeOutcome carryOut(Actor actor, TreeDeed deed, Optional<String> stamp) {
        changes.lock();
        var now = clock.instant();
        ending.lock(TreePlanning.nodes(deed), now);
        var result = planning.plan(deed, now);
        if (result instanceof Impossible impossible) {
            return new Refused(impossible.reason());
        }
        var plan = ((Planned) result).plan();
        if (stamp.filter(shown -> !shown.equals(plan.preview().stamp())).isPresent()) {
            return new Refused(TreeRefusal.CHANGED_MEANWHILE);
        }
        plan.leaving().forEach(claims::dropLines);
        var done = reshape(actor, deed, plan, now);
        settle(plan);
        return done;
    }

    private Done reshape(Actor actor, TreeDeed deed, TreePlan plan, Instant now) {
        if (deed instanceof Merge) {
            return merge(actor, plan, now);
        }
        return deed instanceof Split split ? split(actor, split, plan, now) : move(actor, plan);
    }

    private Done move(Actor actor, TreePlan plan) {
        var account = plan.account();
        var before = account.parent() == null
                ? null
                : accounts.find(account.parent()).orElseThrow();
        var after = plan.preview().target();
        trees.parent(account.id(), plan.home().parent());
        plan.relocations().forEach(trees::relocate);
        changes.changed(trees.within(plan.home()));
        audit.record(
                AccountRegister.reference(account.id()),
                actor,
                "moved",
                details(plan, "parent", AccountDifference.change(nameOf(before), nameOf(after))));
        return new Done(account.id());
    }

    private Done merge(Actor actor, TreePlan plan, Instant now) {
        var account = plan.account();
        var survivor = plan.home();
        var within = trees.within(account);
        trees.adopt(account.id(), survivor.id());
        plan.relocations().forEach(trees::relocate);
        trees.handOver(account, survivor);
        trees.handOverProfile(account.id(), survivor.id());
        trees.handOverKnowledge(account.id(), survivor.id());
        trees.handOverIdentity(account.id(), survivor.id());
        accounts.names(account.id()).stream()
                .filter(name -> !name.name().equals(survivor.name()))
                .forEach(name -> accounts.name(
                        survivor.id(),
                        name.kind() == AccountNameKind.LEGAL ? AccountNameKind.FORMER : name.kind(),
                        name.name()));
        accounts.forgetNames(account.id());
        trees.bury(account.id(), survivor.id(), now);
        trees.touch(survivor.id());
        changes.changed(Stream.concat(within.stream(), Stream.of(survivor.id()))
                .distinct()
                .toList());
        audit.record(
                AccountRegister.reference(account.id()),
                actor,
                "merged",
                Map.of("account", AccountDifference.change(account.name(), survivor.name())));
        audit.record(
                AccountRegister.reference(survivor.id()),
                actor,
                "absorbed",
                details(plan, "account", AccountDifference.change(account.name(), survivor.name())));
        events.publishEvent(new AccountMerged(account.id(), survivor.id()));
        return new Done(survivor.id());
    }

    private Done split(Actor actor, Split split, TreePlan plan, Instant now) {
        var account = plan.account();
        var home = plan.home();
        accounts.insert(home, now);
        accounts.name(home.id(), AccountNameKind.LEGAL, home.name());
        split.names().forEach(name -> {
            accounts.forget(account.id(), name);
            if (!name.name().equals(home.name())) {
                accounts.name(home.id(), name.kind(), name.name());
            }
        });
        var kept = accounts.names(account.id()).stream()
                .map(name -> AccountNameKey.of(name.name()))
                .collect(Collectors.toSet());
        Stream.concat(Stream.of(home.name()), split.names().stream().map(AccountName::name))
                .distinct()
                .forEach(name -> recognise(name, account, home, kept.contains(AccountNameKey.of(name))));
        split.marks()
                .forEach(mark ->
                        trees.handOverIdentity(account.id(), home.id(), Kind.valueOf(mark.kind()), mark.text()));
        split.children().forEach(child -> trees.parent(child, home.id()));
        plan.relocations().forEach(trees::relocate);
        plan.leaving().forEach(claim -> trees.handOver(claim.id(), home));
        trees.copyDesignations(account.id(), home.id());
        trees.touch(account.id());
        changes.changed(Stream.concat(Stream.of(account.id()), trees.within(home).stream())
                .toList());
        var gone = new LinkedHashMap<String, String>(
                details(plan, "account", AccountDifference.change(account.name(), home.name())));
        put(gone, "names", split.names().stream().map(AccountName::name));
        put(gone, "identifiers", split.marks().stream().map(AccountMark::text));
        put(gone, "children", plan.relocations().stream().map(Relocation::from).map(this::lastOf));
        put(gone, "customers", plan.leaving().stream().map(ClaimView::customer));
        audit.record(AccountRegister.reference(account.id()), actor, "split", gone);
        audit.record(AccountRegister.reference(home.id()), actor, "split_off", gone);
        return new Done(home.id());
    }

    private String lastOf(String formerPath) {
        var nodes = AccountStore.nodesOn(formerPath);
        return accounts.find(new AccountId(nodes.get(nodes.size() - 1)))
                .map(AccountView::name)
                .orElseThrow();
    }

    private static void put(Map<String, String> details, String key, Stream<String> texts) {
        var joined = texts.sorted().collect(Collectors.joining(", "));
        if (!joined.isEmpty()) {
            details.put(key, joined);
        }
    }

    private void recognise(String name, AccountView account, AccountView home, boolean stays) {
        if (!stays) {
            trees.handOverIdentity(account.id(), home.id(), Kind.NAME, AccountNameKey.of(name));
        }
        Identifier.name(name, home.country()).ifPresent(identifier -> accounts.identify(home.id(), identifier));
    }

    /** [I] Whatever has moved: no two exclusive claims of different partners lie within each other. */
    private void settle(TreePlan plan) {
        var contested = plan.preview().contested();
        var sharing = contested.stream().map(Contest::second).distinct().toList();
        sharing.forEach(claim -> {
            claims.share(claim);
            audit.recordBySystem(
                    AccountRegister.reference(accountOf(claim, plan)),
                    "contested",
                    Map.of("partner", claim.partner().toString(), "customer", claim.customer()));
        });
        plan.leaving().stream()
                .filter(claim -> claim.exclusive() && !sharing.contains(claim))
                .forEach(claim -> claims.takeLines(present(claim)));
        contested.forEach(contest ->
                events.publishEvent(new ClaimsContested(present(contest.first()), present(contest.second()))));
    }

    private static AccountId accountOf(ClaimView claim, TreePlan plan) {
        return plan.leaving().contains(claim) ? plan.home().id() : claim.account();
    }

    private ClaimView present(ClaimView claim) {
        return claims.find(claim.id()).orElseThrow();
    }

    private static Map<String, String> details(TreePlan plan, String key, String change) {
        return Map.of(
                key,
                change,
                "nodes",
                Long.toString(plan.preview().nodes()),
                "claims",
                Integer.toString(plan.preview().touched().size()),
                "contested",
                Integer.toString(plan.preview().contested().size()));
    }

    private static @Nullable String nameOf(@Nullable AccountView account) {
        return account == null ? null : account.name();
    }
}
