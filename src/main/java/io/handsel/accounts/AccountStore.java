package io.handsel.accounts;

import io.handsel.accounts.Identifier.Kind;
import io.handsel.partner.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The account trees in the database. Plain SQL: what matters here is which row is locked when, and what a key forbids. */
@Repository
class AccountStore implements RegisteredAccounts {

    /** More accounts than this behind one question tell nobody anything. */
    private static final int MOST_HITS = 500;

    /** How much longer a path is one level further down: an id and a slash. */
    static final int STEP = 37;

    static final String COLUMNS =
            "a.id, a.parent_id, a.root_id, a.path, a.kind, a.name, a.country, a.state, a.postcode, a.city";

    static final String DESIGNATION_COLUMNS = """
            d.id, d.account_id, d.designation, d.partner_id, d.owner_id, d.reason, d.help_paid, d.valid_from, d.review_on,
            d.recorded_at, d.source
            """;

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The account with this id, or the one it has become part of. */
    Optional<AccountView> find(AccountId id) {
        var present = jdbc.sql("select " + COLUMNS + " from account a where a.id = ? and a.merged_into is null")
                .param(id.id())
                .query(AccountStore::account)
                .optional();
        return present.isPresent()
                ? present
                : jdbc.sql("select " + COLUMNS
                                + " from account m join account a on a.id = m.merged_into where m.id = ?")
                        .param(id.id())
                        .query(AccountStore::account)
                        .optional();
    }

    /** Waits until nobody else has locked this account, and keeps others waiting until this transaction ends. */
    void lock(AccountId account) {
        jdbc.sql("select id from account where id = ? for update")
                .param(account.id())
                .query(UUID.class)
                .single();
    }

    /** All accounts of a tree, each before those below it. */
    List<AccountView> inTree(AccountId root) {
        return jdbc.sql("select " + COLUMNS + " from account a where a.root_id = ? order by a.path")
                .param(root.id())
                .query(AccountStore::account)
                .list();
    }

    /** The accounts that have one of the identifiers, with the kind they were found by. */
    public List<Hit> identified(Collection<Identifier> identifiers) {
        if (identifiers.isEmpty()) {
            return List.of();
        }
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        for (var identifier : identifiers) {
            conditions.add("(i.kind = ? and i.identifier = ?" + scopeCondition(identifier) + ")");
            parameters.add(identifier.kind().name());
            parameters.add(identifier.text());
            if (!identifier.scope().isEmpty()) {
                parameters.add(identifier.scope());
            }
        }
        return jdbc.sql("select i.kind as identity_kind, " + COLUMNS
                        + " from account_identity i join account a on a.id = i.account_id where "
                        + String.join(" or ", conditions) + " limit " + MOST_HITS)
                .params(parameters)
                .query((row, number) -> new Hit(Kind.valueOf(row.getString("identity_kind")), account(row, number)))
                .list();
    }

    /** A name without a country means every country's, and the other way round. */
    private static String scopeCondition(Identifier identifier) {
        return identifier.scope().isEmpty() ? "" : " and i.scope in (?, '')";
    }

    @Override
    public List<AccountView> all(Collection<AccountId> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from account a where a.id in (:ids) and a.merged_into is null")
                        .param("ids", ids.stream().map(AccountId::id).toList())
                        .query(AccountStore::account)
                        .list();
    }

    @Override
    public boolean hasIdentifier(AccountId account, Kind kind) {
        return jdbc.sql("select count(*) from account_identity where account_id = ? and kind = ?")
                        .params(account.id(), kind.name())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(AccountView account, Instant now) {
        jdbc.sql("""
                        insert into account (id, parent_id, root_id, path, kind, name, search_key, country, state,
                            postcode, city, city_key, created_at, version)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """).params(row(account, now)).update();
    }

    /** The parameters of {@link #insert} in their order, for whoever inserts many. */
    static List<@Nullable Object> row(AccountView account, Instant now) {
        return Arrays.asList(
                account.id().id(),
                account.parent() == null ? null : account.parent().id(),
                account.root().id(),
                account.path(),
                account.kind().name(),
                account.name(),
                AccountNameKey.plain(account.name()),
                account.country(),
                account.state(),
                account.postcode(),
                account.city(),
                account.city() == null ? null : AccountNameKey.plain(account.city()),
                moment(now));
    }

    /**
     * Makes the account the sole holder of an identifier.
     *
     * @return false if another account is; if that one is being created right now, this waits for it
     */
    boolean identifySolely(AccountId account, Identifier identifier) {
        return insertIdentity(account, identifier, true);
    }

    /**
     * Gives the account an identifier, alone or, where that kind may be shared, beside others.
     *
     * @return false if it may not be shared and another account has it
     */
    boolean identify(AccountId account, Identifier identifier) {
        return insertIdentity(account, identifier, true)
                || (identifier.kind().mayBeShared() && insertIdentity(account, identifier, null));
    }

    void name(AccountId account, AccountNameKind kind, String name) {
        jdbc.sql("insert into account_name (account_id, kind, name) values (?, ?, ?) on conflict do nothing")
                .params(account.id(), kind.name(), name)
                .update();
    }

    List<AccountName> names(AccountId account) {
        return jdbc
                .sql("select kind, name from account_name where account_id = ?")
                .param(account.id())
                .query((row, number) ->
                        new AccountName(AccountNameKind.valueOf(row.getString("kind")), row.getString("name")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    void forget(AccountId account, AccountName name) {
        jdbc.sql("delete from account_name where account_id = ? and kind = ? and name = ?")
                .params(account.id(), name.kind().name(), name.name())
                .update();
    }

    private boolean insertIdentity(AccountId account, Identifier identifier, @Nullable Boolean sole) {
        return jdbc.sql("""
                        insert into account_identity (id, account_id, kind, scope, identifier, sole)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(Arrays.asList(
                                UUID.randomUUID(),
                                account.id(),
                                identifier.kind().name(),
                                identifier.scope(),
                                identifier.text(),
                                sole))
                        .update()
                == 1;
    }

    long version(AccountId account) {
        return jdbc.sql("select version from account where id = ?")
                .param(account.id())
                .query(Long.class)
                .single();
    }

    /** Writes what has changed about a node; false if somebody else has changed it since this version. */
    boolean update(AccountView account, long version) {
        return jdbc.sql("""
                        update account set kind = ?, name = ?, search_key = ?, country = ?, state = ?, postcode = ?,
                            city = ?, city_key = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                        .params(Arrays.asList(
                                account.kind().name(),
                                account.name(),
                                AccountNameKey.plain(account.name()),
                                account.country(),
                                account.state(),
                                account.postcode(),
                                account.city(),
                                account.city() == null ? null : AccountNameKey.plain(account.city()),
                                account.id().id(),
                                version))
                        .update()
                == 1;
    }

    /** What an account is recognised by. */
    List<Identifier> identifiers(AccountId account) {
        return jdbc.sql("select kind, scope, identifier from account_identity where account_id = ?")
                .param(account.id())
                .query((row, number) -> new Identifier(
                        Kind.valueOf(row.getString("kind")), row.getString("scope"), row.getString("identifier")))
                .list();
    }

    /** Whether an account is already the sole holder of this identifier. */
    boolean isTaken(Identifier identifier) {
        return jdbc.sql(
                                "select count(*) from account_identity where kind = ? and scope = ? and identifier = ? and sole")
                        .params(identifier.kind().name(), identifier.scope(), identifier.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void forget(AccountId account, Identifier identifier) {
        jdbc.sql("delete from account_identity where account_id = ? and kind = ? and scope = ? and identifier = ?")
                .params(account.id(), identifier.kind().name(), identifier.scope(), identifier.text())
                .update();
    }

    /** The names of an account other than the one it goes by. */
    List<String> otherNames(AccountId account) {
        return jdbc.sql("select name from account_name where account_id = ? and kind <> 'LEGAL' order by name")
                .param(account.id())
                .query(String.class)
                .list();
    }

    void forgetNames(AccountId account) {
        jdbc.sql("delete from account_name where account_id = ?")
                .param(account.id())
                .update();
    }

    /** Takes back an account that was made in this transaction and that nobody else has seen. */
    void remove(AccountId account) {
        jdbc.sql("delete from account_identity where account_id = ?")
                .param(account.id())
                .update();
        forgetNames(account);
        jdbc.sql("delete from account where id = ?").param(account.id()).update();
    }

    /**
     * What counts for an account on a day. A person's word stands above the table's: the newest one that has begun by
     * then, on the node itself or on its nearest ancestor that has one. Where nobody has laid anything down the table's
     * word counts in the same way; "open" is none, for it says only that the table knows nothing better.
     */
    Optional<DesignationRow> designationOf(AccountView account, LocalDate day) {
        var nodes = nodesOn(account.path());
        var marks = String.join(", ", Collections.nCopies(nodes.size(), "?"));
        var parameters = new ArrayList<Object>(nodes);
        parameters.add(day);
        parameters.add(day);
        var rows = jdbc.sql("select " + DESIGNATION_COLUMNS + " from account_designation d where d.account_id in ("
                        + marks + ") and d.valid_from <= ? and (d.withdrawn_from is null or d.withdrawn_from > ?)"
                        + " order by d.valid_from desc, d.recorded_at desc")
                .params(parameters)
                .query(AccountStore::designation)
                .list();
        return nearest(nodes, rows, DesignationSource.PERSON).or(() -> nearest(nodes, rows, DesignationSource.TABLE));
    }

    private static Optional<DesignationRow> nearest(
            List<UUID> nodes, List<DesignationRow> newestFirst, DesignationSource source) {
        for (int depth = nodes.size() - 1; depth >= 0; depth--) {
            var node = nodes.get(depth);
            var newest = newestFirst.stream()
                    .filter(row -> row.source() == source && row.account().id().equals(node))
                    .findFirst()
                    .filter(row -> source == DesignationSource.PERSON || row.designation() != Designation.OPEN);
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    static List<UUID> nodesOn(String path) {
        return Arrays.stream(path.split("/")).map(UUID::fromString).toList();
    }

    static AccountView account(ResultSet row, int number) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new AccountView(
                new AccountId(row.getObject("id", UUID.class)),
                parent == null ? null : new AccountId(parent),
                new AccountId(row.getObject("root_id", UUID.class)),
                row.getString("path"),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("country"),
                row.getString("state"),
                row.getString("postcode"),
                row.getString("city"));
    }

    static DesignationRow designation(ResultSet row, int number) throws SQLException {
        var partner = row.getObject("partner_id", UUID.class);
        var review = row.getObject("review_on", LocalDate.class);
        return new DesignationRow(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Designation.valueOf(row.getString("designation")),
                partner == null ? null : new PartnerId(partner),
                row.getObject("owner_id", UUID.class),
                row.getString("reason"),
                row.getString("help_paid"),
                row.getObject("valid_from", LocalDate.class),
                review,
                instant(row, "recorded_at"),
                DesignationSource.valueOf(row.getString("source")));
    }

    /** How the databases want an instant. */
    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    record DesignationRow(
            UUID id,
            AccountId account,
            Designation designation,
            @Nullable PartnerId partner,
            @Nullable UUID owner,
            @Nullable String reason,
            @Nullable String helpPaid,
            LocalDate from,
            @Nullable LocalDate review,
            Instant recordedAt,
            DesignationSource source) {

        /** Whether it lays down the same as another word; since when and until when is another matter. */
        boolean saysTheSameAs(@Nullable DesignationRow other) {
            return other == null
                    ? designation == Designation.OPEN
                    : designation == other.designation && Objects.equals(partner, other.partner);
        }
    }
}
