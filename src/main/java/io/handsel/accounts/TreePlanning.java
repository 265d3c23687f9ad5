package io.handsel.accounts;

import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.ClaimStore.TreeClaim;
import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Move;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeDeed.Split;
import io.handsel.accounts.TreePlan.Relocation;
import io.handsel.accounts.TreePreview.Turn;
import io.handsel.kernel.ContentHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out how a tree would be changed, or why it cannot be. Reads only. */
@Component
class TreePlanning {

    private static final Comparator<DesignationRow> NEWEST_LAST =
            Comparator.comparing(DesignationRow::from).thenComparing(DesignationRow::recordedAt);

    private final AccountStore accounts;
    private final ClaimStore claims;
    private final TreeStore trees;

    TreePlanning(AccountStore accounts, ClaimStore claims, TreeStore trees) {
        this.accounts = accounts;
        this.claims = claims;
        this.trees = trees;
    }

    sealed interface Result {}

    record Planned(TreePlan plan) implements Result {}

    record Impossible(TreeRefusal reason) implements Result {}

    /** @throws AccountNotFound if the account the deed is done to does not exist */
    Result plan(TreeDeed deed, Instant now) {
        var account = accounts.find(deed.account()).orElseThrow(() -> AccountNotFound.withId(deed.account()));
        if (deed instanceof Move move) {
            return move(move, account, now);
        }
        return deed instanceof Merge merge ? merge(merge, account, now) : split((Split) deed, account, now);
    }

    /** The accounts whose trees a deed concerns. */
    static List<AccountId> nodes(TreeDeed deed) {
        var other = deed instanceof Move move ? move.parent() : deed instanceof Merge merge ? merge.into() : null;
        return other == null ? List.of(deed.account()) : List.of(deed.account(), other);
    }

    private Result move(Move move, AccountView account, Instant now) {
        AccountView parent = null;
        if (move.parent() != null) {
            var found = accounts.find(move.parent());
            if (found.isEmpty()) {
                return new Impossible(TreeRefusal.UNKNOWN_TARGET);
            }
            parent = found.get();
            if (parent.isWithin(account)) {
                return new Impossible(TreeRefusal.UNDER_ITSELF);
            }
        }
        if (Objects.equals(account.parent(), parent == null ? null : parent.id())) {
            return new Impossible(TreeRefusal.ALREADY_THERE);
        }
        var extent = trees.extent(account);
        if (parent != null && depth(parent) + 1 + extent.levels() > AccountRegister.DEEPEST) {
            return new Impossible(TreeRefusal.TREE_TOO_DEEP);
        }
        var path = (parent == null ? "" : parent.path()) + account.id() + "/";
        var root = parent == null ? account.id() : parent.root();
        var moved = at(account, parent == null ? null : parent.id(), root, path);
        var relocations = List.of(new Relocation(account.path(), path, account.root(), root));
        var turns = turn(account.name(), designation(account, now), designation(moved, now))
                .map(List::of)
                .orElse(List.of());
        return planned(move, account, parent, moved, relocations, List.of(), extent.nodes(), turns, now);
    }

    private Result merge(Merge merge, AccountView account, Instant now) {
        var found = accounts.find(merge.into());
        if (found.isEmpty()) {
            return new Impossible(TreeRefusal.UNKNOWN_TARGET);
        }
        var survivor = found.get();
        if (survivor.id().equals(account.id())) {
            return new Impossible(TreeRefusal.SAME_ACCOUNT);
        }
        if (survivor.isWithin(account)) {
            return new Impossible(TreeRefusal.INTO_ITS_OWN_PART);
        }
        var extent = trees.extent(account);
        if (depth(survivor) + extent.levels() > AccountRegister.DEEPEST) {
            return new Impossible(TreeRefusal.TREE_TOO_DEEP);
        }
        var relocations = List.of(new Relocation(account.path(), survivor.path(), account.root(), survivor.root()));
        var leaving = claims.openInTree(account.root()).stream()
                .map(TreeClaim::claim)
                .filter(claim -> claim.account().equals(account.id()))
                .toList();
        var after = together(own(account, now), designation(survivor, now), survivor);
        var turns = new ArrayList<Turn>();
        turn(survivor.name(), designation(survivor, now), after).ifPresent(turns::add);
        turn(account.name(), designation(account, now), after).ifPresent(turns::add);
        return planned(merge, account, survivor, survivor, relocations, leaving, extent.nodes(), turns, now);
    }

    private Result split(Split split, AccountView account, Instant now) {
        var name = split.name().strip();
        if (name.isEmpty()) {
            return new Impossible(TreeRefusal.NAME_MISSING);
        }
        if (name.length() > CheckedAccount.LONGEST_TEXT) {
            return new Impossible(TreeRefusal.NAME_TOO_LONG);
        }
        if (split.names().stream().anyMatch(chosen -> chosen.kind() == AccountNameKind.LEGAL)) {
            return new Impossible(TreeRefusal.NAME_STAYS);
        }
        var children = trees.childrenOf(account.id());
        var leavingChildren = children.stream()
                .filter(child -> split.children().contains(child.id()))
                .toList();
        var leaving = claims.openInTree(account.root()).stream()
                .map(TreeClaim::claim)
                .filter(claim ->
                        claim.account().equals(account.id()) && split.claims().contains(claim.id()))
                .toList();
        if (leavingChildren.size() < split.children().size()
                || leaving.size() < split.claims().size()
                || !Set.copyOf(accounts.names(account.id())).containsAll(split.names())
                || !marks(account).containsAll(split.marks())) {
            return new Impossible(TreeRefusal.NOT_THERE);
        }
        var parent = split.place() == Place.TOP ? null : account.parent();
        var id = AccountId.create();
        var home = new AccountView(
                id,
                parent,
                parent == null ? id : account.root(),
                (parent == null
                                ? ""
                                : account.path().substring(0, account.path().length() - AccountStore.STEP)) + id + "/",
                split.kind(),
                name,
                account.country(),
                null,
                null,
                null);
        var relocations = leavingChildren.stream()
                .map(child -> new Relocation(child.path(), home.path() + child.id() + "/", child.root(), home.root()))
                .toList();
        var nodes = leavingChildren.stream()
                .mapToLong(child -> trees.extent(child).nodes())
                .sum();
        // What is laid down for the account itself goes along, or a part of it would silently be open.
        var after = own(account, now).or(() -> designation(home, now));
        var turns = turn(name, designation(account, now), after).map(List::of).orElse(List.of());
        return planned(split, account, null, home, relocations, leaving, nodes, turns, now);
    }

    private Set<TreeDeed.AccountMark> marks(AccountView account) {
        return accounts.identifiers(account.id()).stream()
                .filter(identifier -> identifier.kind() != Kind.NAME)
                .map(identifier -> new TreeDeed.AccountMark(identifier.kind().name(), identifier.text()))
                .collect(Collectors.toSet());
    }

    private Result planned(
            TreeDeed deed,
            AccountView account,
            @Nullable AccountView target,
            AccountView home,
            List<Relocation> relocations,
            List<ClaimView> leaving,
            long nodes,
            List<Turn> turns,
            Instant now) {
        var roots = Stream.of(account.root(), home.root()).distinct().toList();
        var gone = leaving.stream().map(ClaimView::id).collect(Collectors.toSet());
        var touched = new ArrayList<ClaimView>();
        var afterwards = new ArrayList<TreeClaim>();
        for (var root : roots) {
            for (var open : claims.openInTree(root)) {
                var claim = open.claim();
                if (!claim.countsAt(now)) {
                    continue;
                }
                var path = gone.contains(claim.id()) ? home.path() : Relocation.applied(relocations, open.path());
                if (gone.contains(claim.id()) || !path.equals(open.path())) {
                    touched.add(claim);
                }
                afterwards.add(new TreeClaim(claim, path));
            }
        }
        var contested = ContestedClaims.among(afterwards);
        var seen = new ArrayList<String>(List.of(
                kindOf(deed),
                account.id() + " " + accounts.version(account.id()) + " " + account.path(),
                target == null ? "" : target.id() + " " + accounts.version(target.id()) + " " + target.path(),
                Long.toString(nodes),
                sorted(touched, claim -> claim.id() + " " + claim.exclusive()),
                sorted(
                        contested,
                        pair -> pair.first().id() + " " + pair.second().id()),
                sorted(turns, Turn::toString)));
        var preview = new TreePreview(account, target, nodes, touched, contested, List.copyOf(turns), stamp(seen));
        return new Planned(new TreePlan(account, home, relocations, List.copyOf(leaving), preview));
    }

    private static String kindOf(TreeDeed deed) {
        if (deed instanceof Split split) {
            return String.join(
                    "\n",
                    "split",
                    split.name().strip(),
                    split.kind().name(),
                    split.place().name(),
                    sorted(split.names(), AccountName::toString),
                    sorted(split.marks(), TreeDeed.AccountMark::toString),
                    sorted(split.children(), AccountId::toString),
                    sorted(split.claims(), ClaimId::toString));
        }
        return deed.getClass().getSimpleName();
    }

    private static <T> String sorted(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).sorted().collect(Collectors.joining(";"));
    }

    private static String stamp(List<String> seen) {
        return ContentHash.of(String.join("\n", seen)).hex();
    }

    private static Optional<Turn> turn(String name, Optional<DesignationRow> before, Optional<DesignationRow> after) {
        var now = before.map(DesignationRow::designation).orElse(Designation.OPEN);
        var then = after.map(DesignationRow::designation).orElse(Designation.OPEN);
        var partner = after.map(DesignationRow::partner).orElse(null);
        var same = now == then
                && Objects.equals(before.map(DesignationRow::partner).orElse(null), partner);
        return same ? Optional.empty() : Optional.of(new Turn(name, now, then, partner));
    }

    /**
     * What counts for an account that gets another one's words beside its own: a person's before the table's, its own
     * before an ancestor's, the newest of its own.
     */
    private static Optional<DesignationRow> together(
            Optional<DesignationRow> added, Optional<DesignationRow> present, AccountView account) {
        if (added.isEmpty() || present.isEmpty()) {
            return added.or(() -> present);
        }
        var candidates = Stream.of(added, present).flatMap(Optional::stream);
        if (added.get().source() != present.get().source()) {
            return candidates
                    .filter(row -> row.source() == DesignationSource.PERSON)
                    .findFirst();
        }
        return present.get().account().equals(account.id()) ? candidates.max(NEWEST_LAST) : added;
    }

    private Optional<DesignationRow> designation(AccountView account, Instant now) {
        return accounts.designationOf(account, day(now));
    }

    private Optional<DesignationRow> own(AccountView account, Instant now) {
        return accounts.designationOf(at(account, null, account.id(), account.id() + "/"), day(now));
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static int depth(AccountView account) {
        return account.path().length() / AccountStore.STEP;
    }

    private static AccountView at(AccountView account, @Nullable AccountId parent, AccountId root, String path) {
        return new AccountView(
                account.id(),
                parent,
                root,
                path,
                account.kind(),
                account.name(),
                account.country(),
                account.state(),
                account.postcode(),
                account.city());
    }
}
