package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.moment;

import io.handsel.accounts.Identifier.Kind;
import io.handsel.accounts.TreePicture.Node;
import io.handsel.accounts.TreePlan.Relocation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trees in the database as their shape changes. The caller has locked the register and the roots. */
@Repository
class TreeStore {

    /** A tree with more nodes than this is drawn in part. */
    private static final int MOST_DRAWN = 500;

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account itself and everything below it. */
    List<AccountId> within(AccountView account) {
        return jdbc.sql("select a.id from account a where a.root_id = ? and a.path like ?")
                .params(account.root().id(), account.path() + "%")
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    Extent extent(AccountView account) {
        return jdbc.sql("select count(*) as nodes, max(char_length(a.path)) as longest"
                        + " from account a where a.root_id = ? and a.path like ?")
                .params(account.root().id(), account.path() + "%")
                .query((row, number) -> new Extent(
                        row.getLong("nodes"),
                        (row.getInt("longest") - account.path().length()) / AccountStore.STEP))
                .single();
    }

    List<AccountView> childrenOf(AccountId account) {
        return jdbc.sql("select " + AccountStore.COLUMNS
                        + " from account a where a.parent_id = ? order by a.search_key, a.id")
                .param(account.id())
                .query(AccountStore::account)
                .list();
    }

    TreePicture picture(AccountView account, Instant now) {
        var whole = nodes("a.root_id = ?", now, account.root().id());
        if (whole.size() <= MOST_DRAWN) {
            return new TreePicture(inOrder(whole), true);
        }
        var near = nodes(
                "a.root_id = ? and (a.path like ? or substring(? from 1 for char_length(a.path)) = a.path)",
                now,
                account.root().id(),
                account.path() + "%",
                account.path());
        return new TreePicture(inOrder(near), false);
    }

    private List<Node> nodes(String condition, Instant now, Object... parameters) {
        var day = now.atZone(ZoneOffset.UTC).toLocalDate();
        return jdbc.sql("select " + AccountStore.COLUMNS + ", d.designation as laid_down,"
                        + " (select count(*) from account_claim c where c.account_id = a.id and c.ended_at is null"
                        + " and c.until > ?) as claims from account a left join account_designation d on d.id = ("
                        + DesignationStore.NEWEST_WORD_ON_NODE + ") where " + condition
                        + " order by char_length(a.path), a.search_key, a.id limit " + (MOST_DRAWN + 1))
                .params(Stream.concat(Stream.of(moment(now), day, day), Stream.of(parameters))
                        .toList())
                .query((row, number) -> {
                    var account = AccountStore.account(row, number);
                    var laidDown = row.getString("laid_down");
                    return new Node(
                            account,
                            account.path().length() / AccountStore.STEP - 1,
                            row.getLong("claims"),
                            laidDown == null ? null : Designation.valueOf(laidDown));
                })
                .list();
    }

    /** Every part below its whole, siblings by name: they come level by level, and so sorted. */
    private static List<Node> inOrder(List<Node> byLevel) {
        var below = byLevel.stream()
                .collect(Collectors.groupingBy(
                        node -> Optional.ofNullable(node.account().parent())));
        var ordered = new ArrayList<Node>();
        byLevel.stream().limit(1).forEach(top -> add(top, below, ordered));
        return List.copyOf(ordered);
    }

    private static void add(Node node, Map<Optional<AccountId>, List<Node>> below, List<Node> ordered) {
        ordered.add(node);
        below.getOrDefault(Optional.of(node.account().id()), List.of()).forEach(child -> add(child, below, ordered));
    }

    /** Gives a whole part of a tree its new place; the claims on it follow to the new root. */
    void relocate(Relocation relocation) {
        jdbc.sql("update account set path = ? || substring(path from ?), root_id = ? where root_id = ? and path like ?")
                .params(
                        relocation.to(),
                        relocation.from().length() + 1,
                        relocation.root().id(),
                        relocation.fromRoot().id(),
                        relocation.from() + "%")
                .update();
        if (!relocation.root().equals(relocation.fromRoot())) {
            jdbc.sql("update account_claim set root_id = ? where root_id = ? and account_id in"
                            + " (select a.id from account a where a.root_id = ? and a.path like ?)")
                    .params(
                            relocation.root().id(),
                            relocation.fromRoot().id(),
                            relocation.root().id(),
                            relocation.to() + "%")
                    .update();
        }
    }

    void parent(AccountId account, @Nullable AccountId parent) {
        jdbc.sql("update account set parent_id = ?, version = version + 1 where id = ?")
                .params(Arrays.asList(parent == null ? null : parent.id(), account.id()))
                .update();
    }

    /** Whoever has read the account before must read it again. */
    void touch(AccountId account) {
        jdbc.sql("update account set version = version + 1 where id = ?")
                .param(account.id())
                .update();
    }

    void adopt(AccountId from, AccountId to) {
        jdbc.sql("update account set parent_id = ? where parent_id = ?")
                .params(to.id(), from.id())
                .update();
    }

    /** Leaves nothing of an account but the way to the one it became part of; so for those it had taken in itself. */
    void bury(AccountId account, AccountId into, Instant now) {
        jdbc.sql("""
                        update account set merged_into = ?, merged_at = ?, parent_id = null, root_id = id,
                            path = cast(id as varchar(36)) || '/', version = version + 1 where id = ?
                        """).params(into.id(), moment(now), account.id()).update();
        jdbc.sql("update account set merged_into = ? where merged_into = ?")
                .params(into.id(), account.id())
                .update();
    }

    /** The accounts that have become part of this one. */
    List<AccountId> mergedInto(AccountId account) {
        return jdbc.sql("select id from account where merged_into = ?")
                .param(account.id())
                .query((row, number) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Claims, ended ones too, questions and what was laid down: all of it is another account's now. */
    void handOver(AccountView from, AccountView to) {
        jdbc.sql("update account_claim set account_id = ?, root_id = ? where account_id = ?")
                .params(to.id().id(), to.root().id(), from.id().id())
                .update();
        for (var table : List.of("account_designation", "account_question")) {
            jdbc.sql("update " + table + " set account_id = ? where account_id = ?")
                    .params(to.id().id(), from.id().id())
                    .update();
        }
    }

    /** What is known of the account, unless more is known of the other one already. */
    void handOverProfile(AccountId from, AccountId to) {
        jdbc.sql("update account_profile set account_id = ? where account_id = ?"
                        + " and not exists (select 1 from account_profile p where p.account_id = ?)")
                .params(to.id(), from.id(), to.id())
                .update();
        jdbc.sql("delete from account_profile where account_id = ?")
                .param(from.id())
                .update();
    }

    /** What the vendor knew itself is no part that only a partner has named, whatever was merged into it. */
    void handOverKnowledge(AccountId from, AccountId to) {
        jdbc.sql("delete from account_named_part where account_id = ?"
                        + " and not exists (select 1 from account_named_part p where p.account_id = ?)")
                .params(to.id(), from.id())
                .update();
        jdbc.sql("delete from account_named_part where account_id = ?")
                .param(from.id())
                .update();
    }

    void handOver(ClaimId claim, AccountView to) {
        jdbc.sql("update account_claim set account_id = ?, root_id = ? where id = ?")
                .params(to.id().id(), to.root().id(), claim.id())
                .update();
    }

    /** Everything the account is recognised by recognises the other one from now on. */
    void handOverIdentity(AccountId from, AccountId to) {
        identity(from, "true").forEach(row -> handOver(row, to));
    }

    /** The same for what has this kind and text, in whichever country. */
    void handOverIdentity(AccountId from, AccountId to, Kind kind, String text) {
        identity(from, "kind = ? and identifier = ?", kind.name(), text).forEach(row -> handOver(row, to));
    }

    private List<Held> identity(AccountId account, String condition, Object... parameters) {
        return jdbc.sql("select id, kind, scope, identifier, coalesce(sole, false) as sole from account_identity"
                        + " where account_id = ? and " + condition)
                .params(Stream.concat(Stream.of(account.id()), Stream.of(parameters))
                        .toList())
                .query((row, number) -> new Held(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("scope"),
                        row.getString("identifier"),
                        row.getBoolean("sole")))
                .list();
    }

    private void handOver(Held held, AccountId to) {
        var theirs = jdbc.sql(
                        "select id from account_identity where account_id = ? and kind = ? and scope = ? and identifier = ?")
                .params(to.id(), held.kind(), held.scope(), held.identifier())
                .query(UUID.class)
                .optional();
        if (theirs.isEmpty()) {
            jdbc.sql("update account_identity set account_id = ? where id = ?")
                    .params(to.id(), held.id())
                    .update();
            return;
        }
        jdbc.sql("delete from account_identity where id = ?").param(held.id()).update();
        if (held.sole()) {
            jdbc.sql("update account_identity set sole = true where id = ?")
                    .param(theirs.get())
                    .update();
        }
    }

    /** What is laid down for one account, and will be, is laid down for the other one too. */
    void copyDesignations(AccountId from, AccountId to) {
        jdbc.sql("select id from account_designation where account_id = ?")
                .param(from.id())
                .query(UUID.class)
                .list()
                .forEach(id -> copyDesignation(id, to));
    }

    /** Whoever was told of the one has heard of the other. */
    private void copyDesignation(UUID id, AccountId to) {
        var copy = UUID.randomUUID();
        jdbc.sql("""
                        insert into account_designation (id, account_id, designation, partner_id, owner_id, reason,
                            help_paid, valid_from, review_on, recorded_at, source, withdrawn_from, tell_from,
                            replaced_partner_id, all_told, review_told_at)
                        select cast(? as uuid), cast(? as uuid), designation, partner_id, owner_id, reason, help_paid,
                            valid_from, review_on, recorded_at, source, withdrawn_from, tell_from, replaced_partner_id,
                            all_told, review_told_at
                        from account_designation where id = ?
                        """).params(copy, to.id(), id).update();
        jdbc.sql("""
                        insert into account_designation_notice (designation_id, partner_id, told_at, late)
                        select cast(? as uuid), partner_id, told_at, late from account_designation_notice
                        where designation_id = ?
                        """).params(copy, id).update();
    }

    /** @param levels how many levels there are below */
    record Extent(long nodes, int levels) {}

    private record Held(UUID id, String kind, String scope, String identifier, boolean sole) {}
}
