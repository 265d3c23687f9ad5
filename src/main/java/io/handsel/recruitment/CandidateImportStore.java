package io.handsel.recruitment;

import io.handsel.security.Actor;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of candidates in the database: the file, how far it has been read, and what came of each row. */
@Repository
class CandidateImportStore {

    static final int CHUNK = 512 * 1024;

    private final JdbcClient jdbc;

    CandidateImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a file is written. */
    record Writing(String charset, char delimiter) {}

    record Tally(long done, long created, long known, long closed, long refused) {}

    record RowResult(
            long number,
            String company,
            String result,
            @Nullable String reason,
            @Nullable UUID candidate) {}

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

    void chunk(CandidateImportId id, int place, byte[] content) {
        jdbc.sql("insert into candidate_import_chunk (import_id, place, content) values (?, ?, ?)")
                .params(id.id(), place, content)
                .update();
    }

    void describe(CandidateImportId id, Writing writing, long total) {
        jdbc.sql("update candidate_import set charset = ?, delimiter = ?, total_rows = ? where id = ?")
                .params(writing.charset(), String.valueOf(writing.delimiter()), total, id.id())
                .update();
    }

    /** Takes back a file that was refused. */
    void remove(CandidateImportId id) {
        jdbc.sql("delete from candidate_import_chunk where import_id = ?")
                .param(id.id())
                .update();
        jdbc.sql("delete from candidate_import where id = ?").param(id.id()).update();
    }

    /** An import nobody works on. */
    Optional<CandidateImportId> waiting(Instant now) {
        return jdbc.sql("""
                        select id from candidate_import where status = 'RUNNING'
                        and (lease_until is null or lease_until < ?) order by uploaded_at limit 1
                        """)
                .param(moment(now))
                .query((row, number) -> new CandidateImportId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** @return false if somebody else was faster */
    boolean lease(CandidateImportId id, String owner, Instant now, Instant until) {
        return jdbc.sql("""
                                update candidate_import set lease_owner = ?, lease_until = ?
                                where id = ? and status = 'RUNNING'
                                and (lease_until is null or lease_until < ? or lease_owner = ?)
                                """)
                        .params(owner, moment(until), id.id(), moment(now), owner)
                        .update()
                == 1;
    }

    /** @return false if the lease was lost; whoever has it goes on, and nothing of this batch may be written */
    boolean advance(CandidateImportId id, String owner, Instant until, Tally tally) {
        return jdbc.sql("""
                                update candidate_import set lease_until = ?, done_rows = done_rows + ?,
                                    created_rows = created_rows + ?, known_rows = known_rows + ?,
                                    closed_rows = closed_rows + ?, refused_rows = refused_rows + ?
                                where id = ? and lease_owner = ? and status = 'RUNNING'
                                """)
                        .params(
                                moment(until),
                                tally.done(),
                                tally.created(),
                                tally.known(),
                                tally.closed(),
                                tally.refused(),
                                id.id(),
                                owner)
                        .update()
                == 1;
    }

    void finish(CandidateImportId id, String owner, Instant now) {
        jdbc.sql("""
                        update candidate_import set status = 'FINISHED', finished_at = ?, lease_until = null
                        where id = ? and lease_owner = ?
                        """).params(moment(now), id.id(), owner).update();
        jdbc.sql("delete from candidate_import_chunk where import_id = ?")
                .param(id.id())
                .update();
    }

    Optional<CandidateImportView> find(CandidateImportId id) {
        return jdbc.sql("select * from candidate_import where id = ?")
                .param(id.id())
                .query(CandidateImportStore::view)
                .optional();
    }

    Writing writing(CandidateImportId id) {
        return jdbc.sql("select charset, delimiter from candidate_import where id = ?")
                .param(id.id())
                .query((row, number) -> new Writing(
                        row.getString("charset"), row.getString("delimiter").charAt(0)))
                .single();
    }

    List<CandidateImportView> newest(CampaignId campaign, int most) {
        return jdbc.sql("select * from candidate_import where campaign_id = ? order by uploaded_at desc limit ?")
                .params(campaign.id(), most)
                .query(CandidateImportStore::view)
                .list();
    }

    List<RowResult> results(CandidateImportId id, long after, int most) {
        return jdbc.sql("""
                        select row_number, company, result, reason, candidate_id from candidate_import_row
                        where import_id = ? and row_number > ? order by row_number limit ?
                        """)
                .params(id.id(), after, most)
                .query((row, number) -> new RowResult(
                        row.getLong("row_number"),
                        row.getString("company"),
                        row.getString("result"),
                        row.getString("reason"),
                        row.getObject("candidate_id", UUID.class)))
                .list();
    }

    /** The file, one chunk in memory at a time. */
    InputStream open(CandidateImportId id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int place;
            private Optional<byte[]> next = load(0);

            private Optional<byte[]> load(int wanted) {
                return jdbc.sql("select content from candidate_import_chunk where import_id = ? and place = ?")
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
