package io.handsel.accounts;

import io.handsel.accounts.BoundedRecords.Raw;
import io.handsel.accounts.ImportCells.Cells;
import io.handsel.accounts.ImportUpload.Accepted;
import io.handsel.accounts.ImportUpload.Refused;
import io.handsel.security.Actor;
import io.handsel.shell.HarmlessCsv;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts from CSV files: a file is taken in, somebody says which column holds what, and then it is worked off in the
 * background by whichever node has time.
 */
@Service
@Transactional
public class AccountImports {

    /** A file larger than this is no list of customers. */
    static final long LARGEST = 200L * 1024 * 1024;

    private static final int PREVIEWED = 5;
    private static final int PAGE = 2000;
    private static final int MOST_SHOWN = 50;

    private final ImportStore store;
    private final Clock clock;

    AccountImports(ImportStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes a file in, piece by piece; nothing is kept of one that is refused. */
    public ImportUpload upload(Actor actor, String fileName, InputStream file) throws IOException {
        var id = AccountImportId.create();
        store.insert(id, fileName.length() > 200 ? fileName.substring(0, 200) : fileName, actor, clock.instant());
        var refusal = keep(id, file);
        if (refusal.isEmpty()) {
            refusal = describe(id);
        }
        if (refusal.isPresent()) {
            store.remove(id);
            return new Refused(refusal.get());
        }
        return new Accepted(id);
    }

    private Optional<ImportRefusal> keep(AccountImportId id, InputStream file) throws IOException {
        long size = 0;
        int place = 0;
        for (byte[] chunk = file.readNBytes(ImportStore.CHUNK);
                chunk.length > 0;
                chunk = file.readNBytes(ImportStore.CHUNK)) {
            size += chunk.length;
            if (size > LARGEST) {
                return Optional.of(ImportRefusal.TOO_LARGE);
            }
            if (place == 0 && !isPlainText(chunk)) {
                return Optional.of(ImportRefusal.NOT_PLAIN_TEXT);
            }
            store.chunk(id, place++, chunk);
        }
        return size == 0 ? Optional.of(ImportRefusal.EMPTY) : Optional.empty();
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

    private Optional<ImportRefusal> describe(AccountImportId id) throws IOException {
        var unicode = new ImportCells(StandardCharsets.UTF_8, ',');
        try (var records = new BoundedRecords(store.open(id))) {
            var headings = records.next();
            if (headings == null) {
                return Optional.of(ImportRefusal.EMPTY);
            }
            if (headings.tooLong()) {
                return Optional.of(ImportRefusal.HEADINGS_TOO_LONG);
            }
            long total = 0;
            boolean readable = unicode.read(headings) instanceof Cells;
            for (Raw row = records.next(); row != null; row = records.next()) {
                total++;
            }
            var charset = readable ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
            var delimiter = ImportCells.guessDelimiter(new String(headings.bytes(), charset));
            store.describe(id, charset.name(), delimiter, total);
            return total == 0 ? Optional.of(ImportRefusal.EMPTY) : Optional.empty();
        }
    }

    /** The beginning of the file, as it reads in the encoding chosen. */
    @Transactional(readOnly = true)
    public ImportPreview preview(AccountImportId id, @Nullable String charset) throws IOException {
        var run = get(id);
        var cells = new ImportCells(Charset.forName(charset == null ? run.charset() : charset), run.delimiter());
        try (var records = new BoundedRecords(store.open(id))) {
            var headings = texts(cells, records.next());
            var rows = new ArrayList<List<String>>();
            for (Raw row = records.next(); row != null && rows.size() < PREVIEWED; row = records.next()) {
                rows.add(texts(cells, row));
            }
            return new ImportPreview(headings, rows, ImportField.guess(headings));
        }
    }

    private static List<String> texts(ImportCells cells, @Nullable Raw raw) {
        return raw != null && cells.read(raw) instanceof Cells read ? read.texts() : List.of();
    }

    /** Lets the import begin; a file is imported once. */
    public Optional<ImportRefusal> start(
            Actor actor, AccountImportId id, Map<ImportField, Integer> columns, String charset) throws IOException {
        var run = get(id);
        if (run.status() != ImportView.Status.UPLOADED) {
            return Optional.of(ImportRefusal.ALREADY_STARTED);
        }
        if (!columns.containsKey(ImportField.NAME)) {
            return Optional.of(ImportRefusal.NAME_NOT_MAPPED);
        }
        var headings = preview(id, charset).headings();
        if (headings.isEmpty()) {
            return Optional.of(ImportRefusal.HEADINGS_UNREADABLE);
        }
        if (columns.values().stream().anyMatch(column -> column < 0 || column >= headings.size())) {
            return Optional.of(ImportRefusal.NO_SUCH_COLUMN);
        }
        store.describe(id, Charset.forName(charset).name(), run.delimiter(), run.total());
        return store.start(id, new EnumMap<>(columns)) ? Optional.empty() : Optional.of(ImportRefusal.ALREADY_STARTED);
    }

    /** @throws AccountImportNotFound if there is no such import */
    @Transactional(readOnly = true)
    public ImportView get(AccountImportId id) {
        return store.find(id).orElseThrow(() -> AccountImportNotFound.withId(id));
    }

    @Transactional(readOnly = true)
    public List<ImportView> newest() {
        return store.newest(MOST_SHOWN);
    }

    /**
     * What came of each row, as CSV.
     *
     * @param sentence turns a result or reason into the reader's language
     */
    @Transactional(readOnly = true)
    public void results(AccountImportId id, Appendable out, UnaryOperator<String> sentence) {
        get(id);
        var csv = new HarmlessCsv(out, ImportStore.RowResult.HEADINGS.toArray(String[]::new));
        var page = store.results(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (var row : page) {
                csv.row(
                        row.number(),
                        row.name(),
                        sentence.apply(row.reason().orElse(row.result())),
                        row.account().orElse(null));
            }
            page = store.results(id, page.get(page.size() - 1).number(), PAGE);
        }
    }
}
