package io.handsel.recruitment;

import io.handsel.imports.ImportFiles;
import io.handsel.imports.ImportRuns;
import io.handsel.imports.ImportTables;
import io.handsel.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What imports of candidates have in the database beside what all imports have. */
@Repository
class CandidateImportStore {

    private static final ImportTables TABLES = new ImportTables(
            "candidate_import",
            "company",
            "candidate",
            Map.of(
                    "CREATED", "created_rows",
                    "KNOWN", "known_rows",
                    "OPTED_OUT", "closed_rows",
                    "REFUSED", "refused_rows"));

    private final JdbcClient jdbc;
    private final ImportFiles files;
    private final ImportRuns runs;

    CandidateImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.files = new ImportFiles(jdbc, TABLES);
        this.runs = new ImportRuns(jdbc, TABLES);
    }

    ImportFiles files() {
        return files;
    }

    ImportRuns runs() {
        return runs;
    }

    void insert(CandidateImportId id, CampaignId campaign, String fileName, Actor actor, Instant now) {
        jdbc.sql("""
                        insert into candidate_import (id, campaign_id, file_name, uploaded_by, uploader, uploaded_at,
                            status, charset, delimiter, total_rows, done_rows, created_rows, known_rows, closed_rows,
                            refused_rows)
                        values (?, ?, ?, ?, ?, ?, 'RUNNING', 'UTF-8', ',', 0, 0, 0, 0, 0, 0)
                        """)
                .params(id.id(), campaign.id(), fileName, actor.person().id(), actor.name(), moment(now))
                .update();
    }

    Optional<CandidateImportView> find(CandidateImportId id) {
        return jdbc.sql("select * from candidate_import where id = ?")
                .param(id.id())
                .query(CandidateImportStore::view)
                .optional();
    }

    List<CandidateImportView> newest(CampaignId campaign, int most) {
        return jdbc.sql("select * from candidate_import where campaign_id = ? order by uploaded_at desc limit ?")
                .params(campaign.id(), most)
                .query(CandidateImportStore::view)
                .list();
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static CandidateImportView view(ResultSet row, int number) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new CandidateImportView(
                new CandidateImportId(row.getObject("id", UUID.class)),
                new CampaignId(row.getObject("campaign_id", UUID.class)),
                row.getString("file_name"),
                row.getString("uploader"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getString("status").equals("RUNNING"),
                row.getLong("total_rows"),
                row.getLong("done_rows"),
                row.getLong("created_rows"),
                row.getLong("known_rows"),
                row.getLong("closed_rows"),
                row.getLong("refused_rows"),
                finished == null ? null : finished.toInstant());
    }
}
