package io.handsel.accounts;

import io.handsel.accounts.AccountStore.DesignationRow;
import io.handsel.accounts.HouseFilter.Order;
import io.handsel.accounts.HouseFilter.Show;
import io.handsel.accounts.HousePage.Line;
import io.handsel.audit.AuditTrail;
import io.handsel.kernel.PageEnd;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of house and assigned accounts: one line a node of a tree for which that has been laid down, what is to
 * be looked at again first.
 */
@Service
@Transactional
public class HouseAccounts {

    private static final String NEVER = "9999-12-31";

    private final AccountStore accounts;
    private final TreeLocks locks;
    private final AccountProfiles profiles;
    private final DesignationStore designations;
    private final DesignationTable table;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    HouseAccounts(
            AccountStore accounts,
            TreeLocks locks,
            AccountProfiles profiles,
            DesignationStore designations,
            DesignationTable table,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.accounts = accounts;
        this.locks = locks;
        this.profiles = profiles;
        this.designations = designations;
        this.table = table;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public HousePage page(HouseFilter filter, int size) {
        var lines = find(filter, size + 1);
        if (lines.size() <= size) {
            return new HousePage(lines, null);
        }
        var last = lines.get(size - 1);
        return new HousePage(lines.subList(0, size), new PageEnd(sortedBy(filter, last), last.word()).written());
    }

    /** The first line of those that are to be looked at again. */
    @Transactional(readOnly = true)
    public Optional<Line> nextDue() {
        return find(HouseFilter.of(Show.DUE), 1).stream().findFirst();
    }

    /** What has been laid down for this account as house or assigned and counts today. */
    @Transactional(readOnly = true)
    public Optional<Line> find(AccountId id) {
        return accounts.find(id)
                .flatMap(account -> accounts.designationOf(account, today())
                        .filter(word -> word.account().equals(id) && word.designation() != Designation.OPEN)
                        .map(word -> line(account, word)));
    }

    /** When to look at it again unless somebody knows better: after as many days as the table says, if it does. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextReview(AccountView account) {
        var days = table.about(profiles.find(account.id()), account.country()).reviewAfterDays();
        return days == null ? Optional.empty() : Optional.of(today().plusDays(days));
    }

    /** From when on it could be open again: partners are told as long beforehand as the table says. */
    @Transactional(readOnly = true)
    public LocalDate nextOpening(AccountView account) {
        return today().plusDays(table.about(profiles.find(account.id()), account.country())
                .noticeDays());
    }

    /** @throws AccountNotFound if there is no such account */
    public Optional<ReviewRefusal> review(Actor actor, AccountId id, ReviewHouseAccount review) {
        var account = locks.lock(accounts.find(id).orElseThrow(() -> AccountNotFound.withId(id)));
        var word = accounts.designationOf(account, today())
                .filter(present -> present.id().equals(review.word()))
                .orElse(null);
        if (word == null) {
            return Optional.of(ReviewRefusal.CHANGED_MEANWHILE);
        }
        if (review.from() != null) {
            designations.lay(account, opened(actor, id, review.from(), review.reason()));
            audit.record(
                    AccountRegister.reference(id),
                    actor,
                    "review_opened",
                    Map.of("from", review.from().toString()));
            return Optional.empty();
        }
        if (review.reviewOn() == null || !review.reviewOn().isAfter(today())) {
            return Optional.of(ReviewRefusal.NOT_LATER);
        }
        designations.reviewAgain(word.id(), review.reviewOn());
        audit.record(
                AccountRegister.reference(id),
                actor,
                "review_stays",
                Map.of("next", review.reviewOn().toString()));
        return Optional.empty();
    }

    private DesignationRow opened(Actor actor, AccountId id, LocalDate from, @Nullable String reason) {
        return new DesignationRow(
                UUID.randomUUID(),
                id,
                Designation.OPEN,
                null,
                actor.person().id(),
                reason,
                null,
                from,
                null,
                clock.instant(),
                DesignationSource.PERSON);
    }

    private List<Line> find(HouseFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>();
        values.put("today", today());
        values.put("limit", limit);
        if (filter.show() == Show.COMING) {
            conditions.add("d.valid_from > :today");
            conditions.add("d.id = (" + newestOnNode("d.valid_from") + ")");
        } else {
            conditions.add("d.designation in ('HOUSE', 'ASSIGNED')");
            conditions.add("d.valid_from <= :today");
            conditions.add("d.id = (" + newestOnNode(":today") + ")");
            conditions.add(
                    "(d.source = 'PERSON' or not " + DesignationStore.PERSONS_WORD_ABOVE.replace("?", ":today") + ")");
        }
        if (filter.show() == Show.DUE) {
            conditions.add("d.review_on <= :today");
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add("a.search_key >= :text and a.search_key < :textEnd");
            values.put("text", AccountNameKey.plain(filter.text()));
            values.put("textEnd", AccountNameKey.plain(filter.text()) + "\uffff");
        }
        if (filter.designation() != null) {
            conditions.add("d.designation = :designation");
            values.put("designation", filter.designation().name());
        }
        if (filter.owner() != null) {
            conditions.add("d.owner_id = :owner");
            values.put("owner", filter.owner().id());
        }
        var column = column(filter.order());
        PageEnd.read(filter.after())
                .ifPresent(end -> place(filter.order(), end).ifPresent(place -> {
                    conditions.add(PageEnd.behind(column, "d.id", filter.descending()));
                    values.put("place", place);
                    values.put("last", end.row());
                }));
        var direction = filter.descending() ? " desc" : " asc";
        return jdbc.sql("select " + AccountStore.DESIGNATION_COLUMNS
                        + ", a.id as node_id, a.parent_id, a.root_id, a.path,"
                        + " a.kind, a.name, a.country, a.state, a.postcode, a.city, a.search_key"
                        + " from account_designation d join account a on a.id = d.account_id where "
                        + String.join(" and ", conditions) + " order by " + column + direction + ", d.id" + direction
                        + " limit :limit")
                .params(values)
                .query((row, number) -> line(node(row), AccountStore.designation(row, number)))
                .list();
    }

    private static String newestOnNode(String day) {
        return DesignationStore.NEWEST_WORD_ON_NODE.replace("?", day);
    }

    private static String column(Order order) {
        return switch (order) {
            case REVIEW -> "coalesce(d.review_on, date '" + NEVER + "')";
            case NAME -> "a.search_key";
            case FROM -> "d.valid_from";
        };
    }

    private static String sortedBy(HouseFilter filter, Line line) {
        return switch (filter.order()) {
            case REVIEW -> line.reviewOn() == null ? NEVER : line.reviewOn().toString();
            case NAME -> AccountNameKey.plain(line.account().name());
            case FROM -> line.from().toString();
        };
    }

    /** Empty for what is no place in this order, from an address somebody has changed by hand. */
    private static Optional<?> place(Order order, PageEnd end) {
        return order == Order.NAME ? Optional.of(end.place()) : end.day();
    }

    private Line line(AccountView account, DesignationRow word) {
        return new Line(
                word.id(),
                account,
                word.designation(),
                word.partner(),
                word.owner() == null ? null : new PersonId(word.owner()),
                word.reason(),
                word.helpPaid(),
                word.from(),
                word.review(),
                word.review() != null && !word.review().isAfter(today()),
                word.source());
    }

    private static AccountView node(ResultSet row) throws SQLException {
        var parent = row.getObject("parent_id", UUID.class);
        return new AccountView(
                new AccountId(row.getObject("node_id", UUID.class)),
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
