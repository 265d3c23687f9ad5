package io.handsel.partner;

import io.handsel.kernel.PageEnd;
import io.handsel.partner.PartnerPage.Row;
import io.handsel.security.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists partners in one statement, however many there are: a page goes on behind the last row of the one before and
 * never counts or skips.
 */
@Service
@Transactional(readOnly = true)
public class PartnerList {

    private final JdbcClient jdbc;

    PartnerList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public PartnerPage page(PartnerFilter filter, int size) {
        var rows = find(filter, size + 1);
        if (rows.size() <= size) {
            return new PartnerPage(rows, null);
        }
        var last = rows.get(size - 1);
        return new PartnerPage(
                rows.subList(0, size),
                new PageEnd(sortedBy(filter, last), last.id().id()).written());
    }

    /** What these partners are called, ended ones too. */
    public Map<PartnerId, String> names(Collection<PartnerId> partners) {
        return partners.isEmpty()
                ? Map.of()
                : named(
                        "id in (:ids)",
                        Map.of("ids", partners.stream().map(PartnerId::id).toList()));
    }

    /** Every partner somebody could still work for, by name. */
    public Map<PartnerId, String> choices() {
        return named("standing <> :ended", Map.of("ended", PartnerStanding.ENDED.name()));
    }

    /** Every partner that may register deals, by name. */
    public Map<PartnerId, String> sellers() {
        return named(
                "standing in (:selling)",
                Map.of(
                        "selling",
                        Stream.of(PartnerStanding.values())
                                .filter(PartnerStanding::maySell)
                                .map(PartnerStanding::name)
                                .toList()));
    }

    private Map<PartnerId, String> named(String condition, Map<String, ?> values) {
        Map<PartnerId, String> names = new LinkedHashMap<>();
        jdbc.sql("select id, name from partner where " + condition + " order by name, id")
                .params(values)
                .query(row -> {
                    names.put(new PartnerId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    private List<Row> find(PartnerFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>();
        if (filter.search() != null && !filter.search().isBlank()) {
            conditions.add("position(:search in lower(name)) > 0");
            values.put("search", filter.search().strip().toLowerCase(Locale.ROOT));
        }
        if (filter.manager() != null) {
            conditions.add("manager_id = :manager");
            values.put("manager", filter.manager().id());
        }
        if (filter.tier() != null && !filter.tier().isBlank()) {
            conditions.add("tier = :tier");
            values.put("tier", filter.tier());
        }
        if (filter.standing() != null) {
            conditions.add("standing = :standing");
            values.put("standing", filter.standing().name());
        }
        var column = filter.order().name().toLowerCase(Locale.ROOT);
        PageEnd.read(filter.after()).ifPresent(end -> {
            conditions.add(PageEnd.behind(column, "id", filter.descending()));
            values.put("place", end.place());
            values.put("last", end.row());
        });
        var direction = filter.descending() ? "desc" : "asc";
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.put("limit", limit);
        return jdbc.sql("select id, name, partner_type, tier, region, standing, manager_id from partner" + where
                        + " order by " + column + " " + direction + ", id " + direction + " limit :limit")
                .params(values)
                .query((row, number) -> row(row))
                .list();
    }

    private static String sortedBy(PartnerFilter filter, Row row) {
        return switch (filter.order()) {
            case NAME -> row.name();
            case TIER -> row.tier().name();
            case STANDING -> row.standing().name();
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PartnerId(row.getObject("id", UUID.class)),
                row.getString("name"),
                PartnerType.of(row.getString("partner_type")),
                PartnerTier.of(row.getString("tier")),
                row.getString("region"),
                PartnerStanding.valueOf(row.getString("standing")),
                new PersonId(row.getObject("manager_id", UUID.class)));
    }
}
