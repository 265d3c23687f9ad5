package io.handsel.recruitment;

import io.handsel.recruitment.CandidateUpload.Accepted;
import io.handsel.recruitment.CandidateUpload.Reason;
import io.handsel.recruitment.CandidateUpload.Refused;
import io.handsel.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
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
        if (refusal.isPresent()) {
            store.files().remove(id.id());
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
        get(id);
        store.runs().results(id.id(), out, sentence);
    }

    private Optional<Reason> keep(CandidateImportId id, InputStream file) throws IOException {
        var problem = store.files().keep(id.id(), file, LARGEST);
        if (problem.isPresent()) {
            return problem.map(Reason::of);
        }
        var look = store.files().look(id.id());
        if (look.isEmpty()) {
            return Optional.of(Reason.EMPTY);
        }
        var seen = look.get();
        if (seen.headings().isEmpty()) {
            return Optional.of(Reason.HEADINGS_UNREADABLE);
        }
        var columns = CandidateColumn.in(seen.headings());
        if (!columns.containsKey(CandidateColumn.COMPANY) || !columns.containsKey(CandidateColumn.COUNTRY)) {
            return Optional.of(Reason.COLUMNS_MISSING);
        }
        store.runs().describe(id.id(), seen.writing(), seen.rows());
        return seen.rows() == 0 ? Optional.of(Reason.EMPTY) : Optional.empty();
    }
}
