package io.handsel.tasklist;

import io.handsel.forms.Attachment;
import io.handsel.security.Actor;
import io.handsel.security.PersonId;
import io.handsel.tasklist.DeskOutcome.Done;
import io.handsel.tasklist.DeskOutcome.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people put to a case: comments and files, by the case's key. Who may read a case's file is asked by whoever
 * shows the case; a file is found only together with its case.
 */
@Service
@Transactional
public class CaseFiles {

    private static final int LONGEST_COMMENT = 4_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Comment(String author, Instant written, String words) {}

    /** @param field the form's field it came by; null if it was put to the case by itself */
    public record StoredFile(
            UUID id,
            @Nullable String field,
            String fileName,
            String mimeType,
            long size,
            PersonId author,
            String by,
            Instant added) {}

    public record FileContent(StoredFile file, byte[] bytes) {}

    /** Why a file is not taken. */
    enum Wrong {
        EMPTY,
        TOO_LARGE,
        WRONG_TYPE
    }

    /** Says nothing where there are no words; cuts what is longer than a comment may be. */
    public void comment(String caseKey, String words, Actor author) {
        var said = words.strip();
        if (said.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into task_comment (id, case_key, author, name, written, words) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        caseKey,
                        author.person().id(),
                        author.name(),
                        TaskRows.written(clock.instant()),
                        said.length() <= LONGEST_COMMENT ? said : said.substring(0, LONGEST_COMMENT))
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Comment> comments(String caseKey) {
        return jdbc.sql("select name, written, words from task_comment where case_key = ? order by written, id")
                .param(caseKey)
                .query((row, number) ->
                        new Comment(row.getString("name"), TaskRows.instant(row, "written"), row.getString("words")))
                .list();
    }

    /** What a form's files are refused for, with the field of the first that is; empty if all can be kept. */
    public Optional<Refused> refusal(Map<String, List<Attachment>> attached) {
        return attached.entrySet().stream()
                .flatMap(sent -> sent.getValue().stream().flatMap(file -> refusal(sent.getKey(), file).stream()))
                .findFirst();
    }

    /** Keeps a file if its size and type are ones we take; the type is read from its bytes, not from what is claimed. */
    public DeskOutcome keep(String caseKey, @Nullable String field, Attachment sent, Actor author) {
        var refusal = refusal(field, sent);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var bytes = bytes(sent);
        jdbc.sql("""
                        insert into attachment (id, case_key, field, file_name, mime_type, size, author, name, added,
                            content)
                        values (:id, :case_key, :field, :file_name, :mime_type, :size, :author, :name, :added, :content)
                        """)
                .param("id", sent.id())
                .param("case_key", caseKey)
                .param("field", field)
                .param("file_name", sent.fileName())
                .param(
                        "mime_type",
                        FileKind.of(sent.fileName(), bytes).orElseThrow().mimeType())
                .param("size", bytes.length)
                .param("author", author.person().id())
                .param("name", author.name())
                .param("added", TaskRows.written(clock.instant()))
                .param("content", bytes)
                .update();
        return new Done();
    }

    /** Oldest first, without their bytes. */
    @Transactional(readOnly = true)
    public List<StoredFile> files(String caseKey) {
        return jdbc.sql("""
                        select id, field, file_name, mime_type, size, author, name, added from attachment
                        where case_key = ? order by added, id
                        """).param(caseKey).query(CaseFiles::file).list();
    }

    @Transactional(readOnly = true)
    public Optional<FileContent> open(String caseKey, UUID id) {
        return jdbc.sql("""
                        select id, field, file_name, mime_type, size, author, name, added, content from attachment
                        where case_key = ? and id = ?
                        """)
                .params(caseKey, id)
                .query((row, number) -> new FileContent(file(row, number), row.getBytes("content")))
                .optional();
    }

    private static Optional<Refused> refusal(@Nullable String field, Attachment sent) {
        return wrong(sent)
                .map(wrong -> new Refused(
                        "tasklist.file." + wrong, List.of(sent.fileName(), FileKind.LARGEST_IN_MEGABYTES), field));
    }

    private static Optional<Wrong> wrong(Attachment sent) {
        if (sent.size() > FileKind.LARGEST) {
            return Optional.of(Wrong.TOO_LARGE);
        }
        var bytes = bytes(sent);
        if (bytes.length == 0) {
            return Optional.of(Wrong.EMPTY);
        }
        return FileKind.of(sent.fileName(), bytes).isEmpty() ? Optional.of(Wrong.WRONG_TYPE) : Optional.empty();
    }

    private static StoredFile file(ResultSet row, int number) throws SQLException {
        return new StoredFile(
                row.getObject("id", UUID.class),
                row.getString("field"),
                row.getString("file_name"),
                row.getString("mime_type"),
                row.getLong("size"),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("name"),
                TaskRows.instant(row, "added"));
    }

    private static byte[] bytes(Attachment sent) {
        try (var content = sent.content().open()) {
            return content.readNBytes((int) FileKind.LARGEST + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
