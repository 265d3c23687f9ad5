package io.handsel.disputes;

import io.handsel.disputes.DisputeFilter.Order;
import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerScope;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists disputes in one statement: a partner's own, in its own words, or all of them for the vendor's people. What a
 * partner must not see is not read at all.
 */
@Service
@Transactional(readOnly = true)
public class DisputeList {

    /** Counting stops here: more is shown as "99+". */
    public static final int MOST_COUNTED = 100;

    private static final String OWN = """
            from (
                select id, dispute_number, cause, status, opened_at, clock_due, challenger_customer as customer,
                    cast(null as varchar(200)) as challenger, cast(null as varchar(200)) as holder
                from dispute where %s
                union all
                select id, dispute_number, cause, status, opened_at, clock_due, holder_customer as customer,
                    cast(null as varchar(200)) as challenger, cast(null as varchar(200)) as holder
                from dispute where %s
            ) d""";

    private static final String ALL = """
            from (
                select d.id, d.dispute_number, d.cause, d.status, d.opened_at, d.clock_due,
                    d.challenger_customer as customer, c.name as challenger, h.name as holder
                from dispute d
                join partner c on c.id = d.challenger_partner_id
                left join partner h on h.id = d.holder_partner_id
            ) d""";

    private static final Map<Order, String> COLUMN = Map.of(Order.OPENED, "opened_at", Order.NEXT, "clock_due");

    private final JdbcClient jdbc;

    DisputeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public DisputeListPage page(Actor actor, DisputeFilter filter, int size) {
        var found = find(actor, filter, size + 1);
        if (found.size() <= size) {
            return new DisputeListPage(found, null);
        }
        var last = found.get(size - 1);
        var place = filter.order() == Order.OPENED ? last.openedAt() : last.due() == null ? Dispute.NEVER : last.due();
        return new DisputeListPage(
                found.subList(0, size), new PageEnd(place.toString(), last.id().id()).written());
    }

    /** Those whose evidence or whose answer to a decision this partner's people still owe; the most urgent first. */
    public List<DisputeSummary> waitingFor(Actor actor, int most) {
        var mine = PartnerScope.of(actor);
        return jdbc.sql("""
                        select id, dispute_number, cause, status, opened_at, clock_due, customer,
                            cast(null as varchar(200)) as challenger, cast(null as varchar(200)) as holder
                        from (
                            select d.*, challenger_customer as customer from dispute d
                            where %s and (
                                status = 'EVIDENCE' and challenger_done_at is null
                                or status = 'SETTLED' and challenger_waived_at is null
                                    and verdict in ('HOLDER_KEEPS', 'BOTH_KEEP', 'INVALID'))
                            union all
                            select d.*, holder_customer as customer from dispute d
                            where %s and (
                                status = 'EVIDENCE' and holder_done_at is null
                                or status = 'SETTLED' and holder_waived_at is null
                                    and verdict in ('CHALLENGER_GETS', 'BOTH_KEEP'))
                        ) d
                        order by clock_due, id limit :limit
                        """.formatted(challenging(mine), holding(mine)))
                .params(mine.values())
                .param("limit", most)
                .query(DisputeList::row)
                .list();
    }

    /** How many disputes stand in each status, counted up to {@link #MOST_COUNTED}; one statement. */
    public Map<DisputeStatus, Integer> counts(Actor actor) {
        var counted = List.of(DisputeStatus.values()).stream()
                .map(status -> "(select count(*) from (select 1 " + source(actor) + " where status = '" + status
                        + "' limit " + MOST_COUNTED + ") n) as " + status)
                .collect(Collectors.joining(", ", "select ", ""));
        return jdbc.sql(counted)
                .params(whose(actor))
                .query((row, number) -> {
                    Map<DisputeStatus, Integer> counts = new EnumMap<>(DisputeStatus.class);
                    for (var status : DisputeStatus.values()) {
                        counts.put(status, row.getInt(status.name()));
                    }
                    return counts;
                })
                .single();
    }

    private List<DisputeSummary> find(Actor actor, DisputeFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>(whose(actor));
        values.put("limit", limit);
        if (!filter.statuses().isEmpty()) {
            conditions.add("status in (:statuses)");
            values.put(
                    "statuses",
                    filter.statuses().stream().map(DisputeStatus::name).toList());
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            conditions.add(
                    "(position(:search in lower(customer)) > 0 or position(:search in lower(dispute_number)) > 0)");
            values.put("search", filter.search().strip().toLowerCase(Locale.ROOT));
        }
        var column = COLUMN.get(filter.order());
        PageEnd.read(filter.after())
                .ifPresent(end -> end.moment().ifPresent(place -> {
                    conditions.add(PageEnd.behind(column, "id", filter.descending()));
                    values.put("place", place);
                    values.put("last", end.row());
                }));
        var direction = filter.descending() ? " desc" : "";
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select * " + source(actor) + where + " order by " + column + direction + ", id" + direction
                        + " limit :limit")
                .params(values)
                .query(DisputeList::row)
                .list();
    }

    private static String source(Actor actor) {
        if (!actor.isPartner()) {
            return ALL;
        }
        var mine = PartnerScope.of(actor);
        return OWN.formatted(challenging(mine), holding(mine));
    }

    private static Map<String, Object> whose(Actor actor) {
        return actor.isPartner() ? PartnerScope.of(actor).values() : Map.of();
    }

    private static String challenging(PartnerScope mine) {
        return mine.condition("challenger_partner_id", "challenger_location_id");
    }

    private static String holding(PartnerScope mine) {
        return mine.condition("holder_partner_id", "holder_location_id");
    }

    private static DisputeSummary row(ResultSet row, int number) throws SQLException {
        var due = instant(row, "clock_due");
        return new DisputeSummary(
                new DisputeId(row.getObject("id", UUID.class)),
                row.getString("dispute_number"),
                DisputeCause.valueOf(row.getString("cause")),
                DisputeStatus.valueOf(row.getString("status")),
                row.getString("customer"),
                row.getString("challenger"),
                row.getString("holder"),
                instant(row, "opened_at"),
                due.equals(Dispute.NEVER) ? null : due);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
