package io.handsel.accounts;

import io.handsel.accounts.ImportUpload.Accepted;
import io.handsel.accounts.ImportUpload.Refused;
import io.handsel.imports.FileLook;
import io.handsel.imports.ImportCells;
import io.handsel.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Clock;
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
        if (refusal.isPresent()) {
            store.files().remove(id.id());
            return new Refused(refusal.get());
        }
        return new Accepted(id);
    }

    private Optional<ImportRefusal> keep(AccountImportId id, InputStream file) throws IOException {
        var problem = store.files().keep(id.id(), file, LARGEST);
        if (problem.isPresent()) {
            return problem.map(ImportRefusal::of);
        }
        var look = store.files().look(id.id());
        if (look.filter(FileLook::headingsTooLong).isPresent()) {
            return Optional.of(ImportRefusal.HEADINGS_TOO_LONG);
        }
        look.ifPresent(seen -> store.runs().describe(id.id(), seen.writing(), seen.rows()));
        return look.filter(seen -> seen.rows() > 0).isPresent() ? Optional.empty() : Optional.of(ImportRefusal.EMPTY);
    }

    /** The beginning of the file, as it reads in the encoding chosen. */
    @Transactional(readOnly = true)
    public ImportPreview preview(AccountImportId id, @Nullable String charset) throws IOException {
        var run = get(id);
        var cells = new ImportCells(Charset.forName(charset == null ? run.charset() : charset), run.delimiter());
        var beginning = store.files().beginning(id.id(), cells, PREVIEWED);
        var headings = beginning.stream().findFirst().orElse(List.of());
        return new ImportPreview(headings, beginning.stream().skip(1).toList(), ImportField.guess(headings));
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
        store.runs().describe(id.id(), new ImportCells(Charset.forName(charset), run.delimiter()), run.total());
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
        store.runs().results(id.id(), out, sentence);
    }
}
