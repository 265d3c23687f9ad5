package io.handsel.routes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database holds: how much, and whether it is still the same. */
final class Rows {

    /** What every request may touch: sessions, keys, who looks at what, the engine's meters. */
    private static final Set<String> PASSING = Set.of(
            "spring_session",
            "spring_session_attributes",
            "once",
            "sign_in_guess",
            "task_presence",
            "flyway_schema_history",
            "act_ru_meter_log");

    private final JdbcClient jdbc;

    Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> tables() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !PASSING.contains(table))
                .toList();
    }

    /** The names of all columns of our own tables. */
    List<String> columns() {
        return jdbc.sql("""
                select distinct column_name from information_schema.columns
                where table_schema = 'public' and table_name not like 'act\\_%' order by 1""").query(String.class).list();
    }

    /** Rows in each table; where rows count their changes, those too. */
    Map<String, Long> counts() {
        var versioned = Set.copyOf(jdbc.sql("""
                        select table_name from information_schema.columns where table_schema = 'public'
                        and column_name = 'version' and data_type in ('bigint', 'integer')""").query(String.class).list());
        var sql = tables().stream()
                .map(table -> "select '" + table + "' as name, count(*) + "
                        + (versioned.contains(table) ? "coalesce(sum(version), 0)" : "0") + " as rows from \"" + table
                        + "\"")
                .collect(Collectors.joining(" union all "));
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            counts.put(row.getString("name"), row.getLong("rows"));
        });
        return counts;
    }

    /** What was added between two counts, by table. */
    static Map<String, Long> added(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> added = new TreeMap<>();
        after.forEach((table, rows) -> {
            long more = rows - before.getOrDefault(table, 0L);
            if (more != 0) {
                added.put(table, more);
            }
        });
        return added;
    }

    /** A fingerprint of each table's content. */
    Map<String, String> content() {
        var sql = tables().stream()
                .map(table -> "select '" + table
                        + "' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from \""
                        + table + "\" t")
                .collect(Collectors.joining(" union all "));
        Map<String, String> content = new TreeMap<>();
        jdbc.sql(sql).query(row -> {
            content.put(row.getString("name"), row.getString("hash"));
        });
        return content;
    }

    /** Every row of every table but the passing ones that contains this text, as {@code table: row}. */
    List<String> containing(String text) {
        var sql = tables().stream()
                .map(table -> "select '" + table + ": ' || t::text as found from \"" + table
                        + "\" t where t::text ilike :text")
                .collect(Collectors.joining(" union all "));
        return jdbc.sql(sql).param("text", "%" + text + "%").query(String.class).list();
    }
}
