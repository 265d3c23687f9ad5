package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports in the database: the file, how far it has been read, and what came of each row. */
@Repository
class ImportStore {

    static final int CHUNK = 512 * 1024;

    private static final TypeReference<Map<ImportField, Integer>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(AccountImportId id, String fileName, Actor actor, Instant now) {
        jdbc.sql("""
                        insert into account_import (id, file_name, uploaded_by, uploader, uploaded_at, status, charset,
                            delimiter, columns, total_rows, done_rows, created_rows, known_rows, refused_rows)
                        values (?, ?, ?, ?, ?, 'UPLOADED', 'UTF-8', ',', '{}', 0, 0, 0, 0, 0)
                        """)
                .params(id.id(), fileName, actor.person().id(), actor.name(), moment(now))
                .update();
    }

    void chunk(AccountImportId id, int place, byte[] content) {
        jdbc.sql("insert into account_import_chunk (import_id, place, content) values (?, ?, ?)")
                .params(id.id(), place, content)
                .update();
    }

    /** Takes back a file that was refused. */
    void remove(AccountImportId id) {
        jdbc.sql("delete from account_import_chunk where import_id = ?")
                .param(id.id())
                .update();
        jdbc.sql("delete from account_import where id = ?").param(id.id()).update();
    }

    void describe(AccountImportId id, String charset, char delimiter, long total) {
        jdbc.sql("update account_import set charset = ?, delimiter = ?, total_rows = ? where id = ?")
                .params(charset, String.valueOf(delimiter), total, id.id())
                .update();
    }

    /** @return false if it has been started before */
    boolean start(AccountImportId id, Map<ImportField, Integer> columns) {
        return jdbc.sql(
                                "update account_import set columns = ?, status = 'RUNNING' where id = ? and status = 'UPLOADED'")
                        .params(json.writeValueAsString(columns), id.id())
                        .update()
                == 1;
    }

    /** An import nobody works on. */
    Optional<AccountImportId> waiting(Instant now) {
        return jdbc.sql("""
                        select id from account_import where status = 'RUNNING'
                        and (lease_until is null or lease_until < ?) order by uploaded_at limit 1
                        """)
                .param(moment(now))
                .query((row, number) -> new AccountImportId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** @return false if somebody else was faster */
    boolean lease(AccountImportId id, String owner, Instant now, Instant until) {
        return jdbc.sql("""
                        update account_import set lease_owner = ?, lease_until = ? where id = ? and status = 'RUNNING'
                        and (lease_until is null or lease_until < ? or lease_owner = ?)
                        """)
                        .params(owner, moment(until), id.id(), moment(now), owner)
                        .update()
                == 1;
    }

    /** @return false if the lease was lost; whoever has it goes on, and nothing of this batch may be written */
    boolean advance(AccountImportId id, String owner, Instant until, ImportBatch.Tally tally) {
        return jdbc.sql("""
                        update account_import set lease_until = ?, done_rows = done_rows + ?,
                            created_rows = created_rows + ?, known_rows = known_rows + ?, refused_rows = refused_rows + ?
                        where id = ? and lease_owner = ? and status = 'RUNNING'
                        """)
                        .params(
                                moment(until),
                                tally.done(),
                                tally.created(),
                                tally.known(),
                                tally.refused(),
                                id.id(),
                                owner)
                        .update()
                == 1;
    }

    Set<Long> waitingRows(AccountImportId id) {
        return new TreeSet<>(
                jdbc.sql("select row_number from account_import_row where import_id = ? and result = 'WAITING'")
                        .param(id.id())
                        .query(Long.class)
                        .list());
    }

    void forget(AccountImportId id, List<Long> rows) {
        jdbc.sql("delete from account_import_row where import_id = :id and row_number in (:rows)")
                .param("id", id.id())
                .param("rows", rows)
                .update();
    }

    /** Rows that wait for a parent no row has brought are refused; those that wait for each other hear so. */
    void finish(AccountImportId id, String owner, Instant now) {
        var circular =
                WaitingRow.circular(jdbc.sql("select row_number, name, own_key, parent_key from account_import_row"
                                + " where import_id = ? and result = 'WAITING'")
                        .param(id.id())
                        .query((row, number) -> new WaitingRow(
                                row.getLong("row_number"),
                                row.getString("name"),
                                row.getString("own_key"),
                                row.getString("parent_key")))
                        .list());
        circular.forEach(row -> jdbc.sql(
                        "update account_import_row set reason = 'PARENT_CYCLE' where import_id = ? and row_number = ?")
                .params(id.id(), row)
                .update());
        int orphans = jdbc.sql("""
                        update account_import_row set result = 'REFUSED', reason = coalesce(reason, 'UNKNOWN_PARENT')
                        where import_id = ? and result = 'WAITING'
                        """).param(id.id()).update();
        jdbc.sql("""
                        update account_import set status = 'FINISHED', finished_at = ?, lease_until = null,
                            refused_rows = refused_rows + ? where id = ? and lease_owner = ?
                        """).params(moment(now), orphans, id.id(), owner).update();
        jdbc.sql("delete from account_import_chunk where import_id = ?")
                .param(id.id())
                .update();
    }

    Optional<ImportView> find(AccountImportId id) {
        return jdbc.sql("select * from account_import where id = ?")
                .param(id.id())
                .query(ImportStore::view)
                .optional();
    }

    List<ImportView> newest(int most) {
        return jdbc.sql("select * from account_import order by uploaded_at desc limit ?")
                .param(most)
                .query(ImportStore::view)
                .list();
    }

    Map<ImportField, Integer> columns(AccountImportId id) {
        var text = jdbc.sql("select columns from account_import where id = ?")
                .param(id.id())
                .query(String.class)
                .single();
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        columns.putAll(json.readValue(text, COLUMNS));
        return columns;
    }

    List<RowResult> results(AccountImportId id, long after, int most) {
        return jdbc.sql("""
                        select row_number, name, result, reason, account_id from account_import_row
                        where import_id = ? and row_number > ? order by row_number limit ?
                        """)
                .params(id.id(), after, most)
                .query((row, number) -> new RowResult(
                        row.getLong("row_number"),
                        row.getString("name"),
                        row.getString("result"),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getObject("account_id", UUID.class))))
                .list();
    }

    /** The file, one chunk in memory at a time. */
    InputStream open(AccountImportId id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int place;
            private Optional<byte[]> next = load(0);

            private Optional<byte[]> load(int wanted) {
                return jdbc.sql("select content from account_import_chunk where import_id = ? and place = ?")
                        .params(id.id(), wanted)
                        .query((row, number) -> row.getBytes(1))
                        .optional();
            }

            @Override
            public boolean hasMoreElements() {
                return next.isPresent();
            }

            @Override
            public InputStream nextElement() {
                var content = next.orElseThrow(NoSuchElementException::new);
                next = load(++place);
                return new ByteArrayInputStream(content);
            }
        });
    }

    private static ImportView view(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportView(
                new AccountImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                row.getString("uploader"),
                instant(row, "uploaded_at"),
                ImportView.Status.valueOf(row.getString("status")),
                row.getString("charset"),
                row.getString("delimiter").charAt(0),
                row.getLong("total_rows"),
                row.getLong("done_rows"),
                row.getLong("created_rows"),
                row.getLong("known_rows"),
                row.getLong("refused_rows"),
                finished == null ? null : finished.toInstant());
    }

    record RowResult(long number, String name, String result, Optional<String> reason, Optional<UUID> account) {

        static final List<String> HEADINGS = Collections.unmodifiableList(List.of("row", "name", "result", "account"));
    }
}
