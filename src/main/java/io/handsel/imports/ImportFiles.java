package io.handsel.imports;

import io.handsel.imports.ImportCells.Cells;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of one kind of list, piece by piece in the database. */
public final class ImportFiles {

    private static final int CHUNK = 512 * 1024;

    private final JdbcClient jdbc;
    private final ImportTables tables;

    public ImportFiles(JdbcClient jdbc, ImportTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /**
     * Keeps the content of a file whose own row is there already. Of one that is refused some pieces may be left:
     * {@link #remove} takes them away.
     *
     * @param largest in bytes; larger than that it is no such list
     */
    public Optional<FileProblem> keep(UUID id, InputStream file, long largest) throws IOException {
        long size = 0;
        int place = 0;
        for (byte[] chunk = file.readNBytes(CHUNK); chunk.length > 0; chunk = file.readNBytes(CHUNK)) {
            size += chunk.length;
            if (size > largest) {
                return Optional.of(FileProblem.TOO_LARGE);
            }
            if (place == 0 && !isPlainText(chunk)) {
                return Optional.of(FileProblem.NOT_PLAIN_TEXT);
            }
            jdbc.sql("insert into " + tables.chunks() + " (import_id, place, content) values (?, ?, ?)")
                    .params(id, place++, chunk)
                    .update();
        }
        return size == 0 ? Optional.of(FileProblem.EMPTY) : Optional.empty();
    }

    /** No text in UTF-8 or a single-byte encoding has a zero in it; UTF-16 and workbooks do. */
    private static boolean isPlainText(byte[] beginning) {
        for (byte letter : beginning) {
            if (letter == 0) {
                return false;
            }
        }
        return true;
    }

    /** Reads the file once: how it is written and how much there is; empty where there is not even a heading. */
    public Optional<FileLook> look(UUID id) throws IOException {
        return FileLook.at(open(id));
    }

    /** Takes back a file that was refused. */
    public void remove(UUID id) {
        forgetContent(id);
        jdbc.sql("delete from " + tables.files() + " where id = ?").param(id).update();
    }

    void forgetContent(UUID id) {
        jdbc.sql("delete from " + tables.chunks() + " where import_id = ?")
                .param(id)
                .update();
    }

    /**
     * The beginning of a file, headings first; a row that cannot be read has no cells.
     *
     * @param rows how many there are at most behind the headings
     */
    public List<List<String>> beginning(UUID id, ImportCells writing, int rows) throws IOException {
        var beginning = new ArrayList<List<String>>();
        try (var records = new BoundedRecords(open(id))) {
            for (var raw = records.next(); raw != null && beginning.size() <= rows; raw = records.next()) {
                beginning.add(writing.read(raw) instanceof Cells cells ? cells.texts() : List.of());
            }
        }
        return beginning;
    }

    /** The file, one piece in memory at a time. */
    InputStream open(UUID id) {
        return new SequenceInputStream(new Enumeration<>() {
            private int place;
            private Optional<byte[]> next = load(0);

            private Optional<byte[]> load(int wanted) {
                return jdbc.sql("select content from " + tables.chunks() + " where import_id = ? and place = ?")
                        .params(id, wanted)
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
}
