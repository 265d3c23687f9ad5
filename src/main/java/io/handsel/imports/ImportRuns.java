package io.handsel.imports;

import io.handsel.shell.HarmlessCsv;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the files of one kind of list have been worked off, who works on which, and what came of their rows. */
public final class ImportRuns {

    private static final int PAGE = 2000;

    private final JdbcClient jdbc;
    private final ImportTables tables;

    public ImportRuns(JdbcClient jdbc, ImportTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Where a file is to be gone on with. */
    record Place(ImportCells writing, long done) {}

    public void describe(UUID id, ImportCells writing, long total) {
        jdbc.sql("update " + tables.files() + " set charset = ?, delimiter = ?, total_rows = ? where id = ?")
                .params(writing.charset().name(), String.valueOf(writing.delimiter()), total, id)
                .update();
    }

    /** A file nobody works on. */
    Optional<UUID> waiting(Instant now) {
        return jdbc.sql("select id from " + tables.files() + " where status = 'RUNNING'"
                        + " and (lease_until is null or lease_until < ?) order by uploaded_at limit 1")
                .param(moment(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** @return false if somebody else was faster */
    public boolean lease(UUID id, String owner, Instant now, Instant until) {
        return jdbc.sql("update " + tables.files() + " set lease_owner = ?, lease_until = ?"
                                + " where id = ? and status = 'RUNNING'"
                                + " and (lease_until is null or lease_until < ? or lease_owner = ?)")
                        .params(owner, moment(until), id, moment(now), owner)
                        .update()
                == 1;
    }

    Place place(UUID id) {
        return jdbc.sql("select charset, delimiter, done_rows from " + tables.files() + " where id = ?")
                .param(id)
                .query((row, number) -> new Place(
                        new ImportCells(
                                Charset.forName(row.getString("charset")),
                                row.getString("delimiter").charAt(0)),
                        row.getLong("done_rows")))
                .single();
    }

    /**
     * The checkpoint behind a batch.
     *
     * @param results how many rows had which result
     * @return false if the lease was lost; whoever has it goes on, and nothing of this batch may be written
     */
    public boolean advance(UUID id, String owner, Instant until, long done, Map<String, Long> results) {
        var values = new ArrayList<Object>(List.of(moment(until), done));
        var counts = counts(results, values);
        values.add(id);
        values.add(owner);
        return jdbc.sql("update " + tables.files() + " set lease_until = ?, done_rows = done_rows + ?" + counts
                                + " where id = ? and lease_owner = ? and status = 'RUNNING'")
                        .params(values)
                        .update()
                == 1;
    }

    /** @return false if the lease was lost */
    boolean finish(UUID id, String owner, Instant now, Map<String, Long> results) {
        var values = new ArrayList<Object>(List.of(moment(now)));
        var counts = counts(results, values);
        values.add(id);
        values.add(owner);
        return jdbc.sql("update " + tables.files() + " set status = 'FINISHED', finished_at = ?, lease_until = null"
                                + counts + " where id = ? and lease_owner = ? and status = 'RUNNING'")
                        .params(values)
                        .update()
                == 1;
    }

    private String counts(Map<String, Long> results, List<Object> values) {
        var text = new StringBuilder();
        tables.counted().forEach((result, column) -> {
            text.append(", ").append(column).append(" = ").append(column).append(" + ?");
            values.add(results.getOrDefault(result, 0L));
        });
        return text.toString();
    }

    private record Result(
            long number,
            String name,
            String result,
            @Nullable String reason,
            @Nullable UUID thing) {}

    /**
     * What came of each row, as CSV.
     *
     * @param sentence turns a result or reason into the reader's language
     */
    public void results(UUID id, Appendable out, UnaryOperator<String> sentence) {
        var csv = new HarmlessCsv(out, "row", tables.name(), "result", tables.thing());
        for (var page = results(id, 0);
                !page.isEmpty();
                page = results(id, page.get(page.size() - 1).number())) {
            for (var row : page) {
                var code = Objects.requireNonNullElse(row.reason(), row.result());
                csv.row(row.number(), row.name(), sentence.apply(code), row.thing());
            }
        }
    }

    private List<Result> results(UUID id, long after) {
        return jdbc.sql("select row_number, " + tables.name() + " as name, result, reason, " + tables.thing()
                        + "_id as thing from " + tables.rows()
                        + " where import_id = ? and row_number > ? order by row_number limit ?")
                .params(id, after, PAGE)
                .query((row, number) -> new Result(
                        row.getLong("row_number"),
                        row.getString("name"),
                        row.getString("result"),
                        row.getString("reason"),
                        row.getObject("thing", UUID.class)))
                .list();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
