package io.handsel.recruitment;

import io.handsel.accounts.BoundedRecords;
import io.handsel.accounts.ImportCells;
import io.handsel.accounts.ImportCells.Cells;
import io.handsel.recruitment.CandidateImportStore.Writing;
import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.recruitment.CandidateUpload.Reason;
import io.handsel.recruitment.CandidateUpload.Refused;
import io.handsel.security.Actor;
import io.handsel.shell.HarmlessCsv;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Candidates from CSV files: a file whose headings say which column holds what is taken in, and then worked off in the
 * background by whichever node has time.
 */
@Service
@Transactional
public class CandidateImports {

    /** A file larger than this is no list of candidates. */
    static final long LARGEST = 50L * 1024 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final int PAGE = 2000;
    private static final int MOST_SHOWN = 20;

    private final CandidateImportStore store;
    private final CampaignStore campaigns;
    private final Clock clock;

    CandidateImports(CandidateImportStore store, CampaignStore campaigns, Clock clock) {
        this.store = store;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Takes a file in, piece by piece; nothing is kept of one that is refused. */
    public CandidateUpload upload(Actor actor, CampaignId campaign, String fileName, InputStream file)
            throws IOException {
        var into = campaigns.findById(campaign).orElseThrow(() -> CampaignNotFound.of(campaign));
        if (into.state() == CampaignState.ENDED) {
            return new Refused(Reason.CAMPAIGN_ENDED);
        }
        var id = CandidateImportId.create();
        var name = fileName.isBlank() ? "candidates.csv" : fileName;
        store.insert(
                id,
                campaign,
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                actor,
                clock.instant());
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

    /** @throws CandidateImportNotFound if there is no such import */
    @Transactional(readOnly = true)
    public CandidateImportView get(CandidateImportId id) {
        return store.find(id).orElseThrow(() -> CandidateImportNotFound.of(id));
    }

    @Transactional(readOnly = true)
    public List<CandidateImportView> newest(CampaignId campaign) {
        return store.newest(campaign, MOST_SHOWN);
    }

    /**
     * What came of each row, as CSV.
     *
     * @param sentence turns a result or reason into the reader's language
     */
    @Transactional(readOnly = true)
    public void results(CandidateImportId id, Appendable out, UnaryOperator<String> sentence) {
        var csv = new HarmlessCsv(out, "row", "company", "result", "candidate");
        var page = store.results(id, 0, PAGE);
        while (!page.isEmpty()) {
            for (var row : page) {
                var code = Objects.requireNonNullElse(row.reason(), row.result());
                csv.row(row.number(), row.company(), sentence.apply(code), row.candidate());
            }
            page = store.results(id, page.get(page.size() - 1).number(), PAGE);
        }
    }

    private Optional<Reason> keep(CandidateImportId id, InputStream file) throws IOException {
        long size = 0;
        int place = 0;
        for (byte[] chunk = file.readNBytes(CandidateImportStore.CHUNK);
                chunk.length > 0;
                chunk = file.readNBytes(CandidateImportStore.CHUNK)) {
            size += chunk.length;
            if (size > LARGEST) {
                return Optional.of(Reason.TOO_LARGE);
            }
            if (place == 0 && !isPlainText(chunk)) {
                return Optional.of(Reason.NOT_PLAIN_TEXT);
            }
            store.chunk(id, place++, chunk);
        }
        return size == 0 ? Optional.of(Reason.EMPTY) : Optional.empty();
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

    /** Reads the file once: how it is written, how many rows it has, and whether all of it is UTF-8. */
    private Optional<Reason> describe(CandidateImportId id) throws IOException {
        try (var records = new BoundedRecords(store.open(id))) {
            var headings = records.next();
            if (headings == null) {
                return Optional.of(Reason.EMPTY);
            }
            var unicode = new ImportCells(StandardCharsets.UTF_8, ',');
            boolean isUnicode = isUnicode(unicode, headings);
            long total = 0;
            for (var row = records.next(); row != null; row = records.next()) {
                isUnicode = isUnicode && isUnicode(unicode, row);
                total++;
            }
            var charset = isUnicode ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
            var delimiter = ImportCells.guessDelimiter(new String(headings.bytes(), charset));
            if (!(new ImportCells(charset, delimiter).read(headings) instanceof Cells cells)) {
                return Optional.of(Reason.HEADINGS_UNREADABLE);
            }
            var columns = CandidateColumn.in(cells.texts());
            if (!columns.containsKey(CandidateColumn.COMPANY) || !columns.containsKey(CandidateColumn.COUNTRY)) {
                return Optional.of(Reason.COLUMNS_MISSING);
            }
            store.describe(id, new Writing(charset.name(), delimiter), total);
            return total == 0 ? Optional.of(Reason.EMPTY) : Optional.empty();
        }
    }

    private static boolean isUnicode(ImportCells unicode, BoundedRecords.Raw row) {
        return !(unicode.read(row) instanceof ImportCells.Unreadable unreadable)
                || unreadable.problem() != ImportCells.Problem.WRONG_ENCODING;
    }
}
