package io.handsel.deals;

import io.handsel.accounts.ColleagueRequests;
import io.handsel.deals.DealFilter.Order;
import io.handsel.kernel.Money;
import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists a partner's deals in one statement, however many there are: a page goes on behind the last row of the one
 * before and never counts or skips.
 */
@Service
@Transactional(readOnly = true)
public class DealList {

    /** Counting stops here: more is shown as "99+". */
    public static final int MOST_COUNTED = 100;

    private static final String COLUMNS = """
            select id, deal_number, program, customer, status, value_amount, value_currency, expected_close,
                registrant_id, submitted_at, clock_kind, clock_due, own_reference
            from deal where\s""";

    /** All a page can be sorted by is never null, so that every row has its place. */
    private static final Map<Order, String> COLUMN = Map.of(
            Order.SUBMITTED, "submitted_at",
            Order.NEXT, "clock_due",
            Order.CUSTOMER, "customer",
            Order.VALUE, "value_amount",
            Order.CLOSE, "expected_close");

    /** Amounts are compared within their currency only: a rate that decided the order would have to be shown (§8). */
    private static final Map<Order, String> GROUP = Map.of(Order.VALUE, "value_currency");

    private static final Pattern VALUE = Pattern.compile("(?<currency>[A-Z]{3}) (?<amount>\\d{1,15}(\\.\\d{1,4})?)");

    private final ColleagueRequests colleagues;
    private final JdbcClient jdbc;

    DealList(ColleagueRequests colleagues, JdbcClient jdbc) {
        this.colleagues = colleagues;
        this.jdbc = jdbc;
    }

    public DealListPage page(Actor actor, DealFilter filter, int size) {
        var found = find(actor, filter, size + 1);
        if (found.size() <= size) {
            return new DealListPage(found, null);
        }
        var last = found.get(size - 1);
        return new DealListPage(
                found.subList(0, size),
                new PageEnd(place(filter.order(), last), last.id().id()).written());
    }

    /** Deals whose clock runs out first. */
    public List<DealSummary> mostUrgent(Actor actor, int atMost) {
        var mine = PartnerScope.of(actor);
        return jdbc.sql(COLUMNS + own(mine) + " and clock_due < :never order by clock_due, id limit :limit")
                .params(mine.values())
                .param("never", written(DealClock.NEVER))
                .param("limit", atMost)
                .query(DealList::row)
                .list();
    }

    /** How many deals stand in each status, counted up to {@link #MOST_COUNTED}; one statement. */
    public Map<DealStatus, Integer> counts(Actor actor) {
        var mine = PartnerScope.of(actor);
        var counted = List.of(DealStatus.values()).stream()
                .map(status -> "(select count(*) from (select 1 from deal where " + own(mine) + " and status = '"
                        + status + "' limit " + MOST_COUNTED + ") n) as " + status)
                .collect(Collectors.joining(", ", "select ", ""));
        return jdbc.sql(counted)
                .params(mine.values())
                .query((row, number) -> {
                    Map<DealStatus, Integer> counts = new EnumMap<>(DealStatus.class);
                    for (var status : DealStatus.values()) {
                        counts.put(status, row.getInt(status.name()));
                    }
                    return counts;
                })
                .single();
    }

    private List<DealSummary> find(Actor actor, DealFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        var mine = PartnerScope.of(actor);
        var values = mine.values();
        values.put("limit", limit);
        if (!filter.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            values.put("statuses", names(filter.statuses()));
        }
        if (filter.registrant() != null) {
            var joined = colleagues.joinedBy(filter.registrant());
            conditions.add(
                    joined.isEmpty()
                            ? "registrant_id = :registrant"
                            : "(registrant_id = :registrant or id in (:joined))");
            values.put("registrant", filter.registrant().id());
            if (!joined.isEmpty()) {
                values.put("joined", joined);
            }
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            conditions.add("(position(:search in lower(customer)) > 0 or position(:search in lower(deal_number)) > 0"
                    + " or position(:search in lower(own_reference)) > 0)");
            values.put("search", filter.search().strip().toLowerCase(Locale.ROOT));
        }
        behindLastPage(filter, conditions, values);
        var direction = filter.descending() ? " desc" : "";
        var sorting = Stream.of(GROUP.get(filter.order()), COLUMN.get(filter.order()), "id")
                .filter(Objects::nonNull)
                .map(column -> column + direction)
                .collect(Collectors.joining(", "));
        var where = conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
        return jdbc.sql(COLUMNS + own(mine) + where + " order by " + sorting + " limit :limit")
                .params(values)
                .query(DealList::row)
                .list();
    }

    private static void behindLastPage(DealFilter filter, List<String> conditions, Map<String, Object> values) {
        PageEnd.read(filter.after()).ifPresent(end -> {
            var place = place(filter.order(), end);
            if (place.isEmpty()) {
                return;
            }
            var behind = PageEnd.behind(COLUMN.get(filter.order()), "id", filter.descending());
            var group = GROUP.get(filter.order());
            conditions.add(
                    group == null
                            ? behind
                            : "(" + group + (filter.descending() ? " < " : " > ") + ":group or " + group
                                    + " = :group and " + behind + ")");
            values.putAll(place);
            values.put("last", end.row());
        });
    }

    private static String place(Order order, DealSummary deal) {
        return switch (order) {
            case SUBMITTED -> deal.submittedAt().toString();
            case NEXT ->
                deal.clock() == null
                        ? DealClock.NEVER.toString()
                        : deal.clock().due().toString();
            case CUSTOMER -> deal.customer();
            case VALUE -> deal.value().currency() + " " + deal.value().amount().toPlainString();
            case CLOSE -> deal.expectedClose().toString();
        };
    }

    /** What the conditions of {@link #behindLastPage} take; nothing for what cannot be a place in this order. */
    private static Map<String, Object> place(Order order, PageEnd end) {
        return switch (order) {
            case SUBMITTED, NEXT ->
                end.moment().<Map<String, Object>>map(at -> Map.of("place", at)).orElse(Map.of());
            case CLOSE ->
                end.day().<Map<String, Object>>map(day -> Map.of("place", day)).orElse(Map.of());
            case CUSTOMER -> Map.of("place", end.place());
            case VALUE -> value(end.place());
        };
    }

    private static Map<String, Object> value(String place) {
        var value = VALUE.matcher(place);
        return value.matches()
                ? Map.of("group", value.group("currency"), "place", new BigDecimal(value.group("amount")))
                : Map.of();
    }

    private static DealSummary row(ResultSet row, int number) throws SQLException {
        var kind = row.getString("clock_kind");
        return new DealSummary(
                new DealId(row.getObject("id", UUID.class)),
                row.getString("deal_number"),
                row.getString("program"),
                row.getString("customer"),
                DealStatus.valueOf(row.getString("status")),
                new Money(row.getBigDecimal("value_amount"), Currency.getInstance(row.getString("value_currency"))),
                row.getObject("expected_close", LocalDate.class),
                new PersonId(row.getObject("registrant_id", UUID.class)),
                instant(row, "submitted_at"),
                kind == null ? null : new DealClock(DealClock.Kind.valueOf(kind), instant(row, "clock_due")),
                row.getString("own_reference"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime written(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static List<String> names(Set<DealStatus> statuses) {
        return statuses.stream().map(DealStatus::name).toList();
    }

    private static String own(PartnerScope mine) {
        return mine.condition("partner_id", "location_id");
    }
}
