package io.handsel.accounts;

import static io.handsel.accounts.AccountStore.instant;
import static io.handsel.accounts.AccountStore.moment;

import io.handsel.imports.ImportFiles;
import io.handsel.imports.ImportRuns;
import io.handsel.imports.ImportTables;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What imports of accounts have in the database beside what all imports have. */
@Repository
class ImportStore {

    private static final ImportTables TABLES = new ImportTables(
            "account_import",
            "name",
            "account",
            Map.of("CREATED", "created_rows", "KNOWN", "known_rows", "REFUSED", "refused_rows"));

    /** More parameters than some ten thousand no statement may have. */
    private static final int AT_ONCE = 1000;

    private static final TypeReference<Map<ImportField, Integer>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ImportFiles files;
    private final ImportRuns runs;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = new ImportFiles(jdbc, TABLES);
        this.runs = new ImportRuns(jdbc, TABLES);
    }

    ImportFiles files() {
        return files;
    }

    ImportRuns runs() {
        return runs;
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

    /** @return false if it has been started before */
    boolean start(AccountImportId id, Map<ImportField, Integer> columns) {
        return jdbc.sql(
                                "update account_import set columns = ?, status = 'RUNNING' where id = ? and status = 'UPLOADED'")
                        .params(json.writeValueAsString(columns), id.id())
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

    /**
     * Rows that wait for a parent no row has brought are refused; those that wait for each other hear so.
     *
     * @return how many
     */
    long refuseOrphans(AccountImportId id) {
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
        for (int from = 0; from < circular.size(); from += AT_ONCE) {
            jdbc.sql("update account_import_row set reason = 'PARENT_CYCLE'"
                            + " where import_id = :id and row_number in (:rows)")
                    .param("id", id.id())
                    .param("rows", circular.subList(from, Math.min(from + AT_ONCE, circular.size())))
                    .update();
        }
        return jdbc.sql("""
                        update account_import_row set result = 'REFUSED', reason = coalesce(reason, 'UNKNOWN_PARENT')
                        where import_id = ? and result = 'WAITING'
                        """).param(id.id()).update();
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
}
