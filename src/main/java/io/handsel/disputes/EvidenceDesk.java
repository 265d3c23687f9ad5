package io.handsel.disputes;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.ClaimView;
import io.handsel.audit.AuditEntry;
import io.handsel.audit.AuditTrail;
import io.handsel.audit.CaseReference;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealDossiers;
import io.handsel.deals.DealId;
import io.handsel.disputes.DisputeOutcome.Done;
import io.handsel.disputes.DisputeOutcome.Refused;
import io.handsel.forms.Attachment;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.CaseFiles.FileContent;
import io.handsel.tasklist.DeskOutcome;
import io.handsel.territory.PartnerDay;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes both sides' evidence and weighs it by the table. A file is kept with the dispute's case; its own side and the
 * vendor's people may open it, nobody else.
 */
@Service
@Transactional
public class EvidenceDesk {

    private static final String FIELD = "evidence";
    private static final int LONGEST_NAME = 200;

    /** What a partner does on its deal by itself, as its history calls it. */
    private static final Set<String> OWN_STEPS = Set.of(
            "submitted",
            "resubmitted",
            "information-provided",
            "updated",
            "amended",
            "amendment-requested",
            "extension-requested",
            "evidence-added");

    private final Disputes disputes;
    private final OwnDisputes own;
    private final DisputePieces pieces;
    private final DisputeNews news;
    private final DisputeTables tables;
    private final DealDossiers deals;
    private final AccountClaims claims;
    private final CaseFiles files;
    private final Partners partners;
    private final AuditTrail audit;
    private final Clock clock;

    EvidenceDesk(
            Disputes disputes,
            OwnDisputes own,
            DisputePieces pieces,
            DisputeNews news,
            DisputeTables tables,
            DealDossiers deals,
            AccountClaims claims,
            CaseFiles files,
            Partners partners,
            AuditTrail audit,
            Clock clock) {
        this.disputes = disputes;
        this.own = own;
        this.pieces = pieces;
        this.news = news;
        this.tables = tables;
        this.deals = deals;
        this.claims = claims;
        this.files = files;
        this.partners = partners;
        this.audit = audit;
        this.clock = clock;
    }

    /** What {@link #put} would not keep, by what the file really is; empty if it would keep it. */
    @Transactional(readOnly = true)
    public Optional<DeskOutcome.Refused> refusal(Map<String, List<Attachment>> sent) {
        return files.refusal(sent);
    }

    /**
     * Puts a piece of the actor's own side.
     *
     * @param file found in order by {@link #refusal}; null for none
     * @throws DisputeNotFound if the actor's partner has no side in such a dispute
     */
    public DisputeOutcome put(Actor actor, DisputeId id, PutEvidence piece, @Nullable Attachment file) {
        var dispute = own.get(actor, id);
        var side = sideOf(actor, dispute);
        var refused = refusal(dispute, side, piece);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (file != null && files.keep(id.toString(), FIELD, file, actor) instanceof DeskOutcome.Refused) {
            throw new IllegalStateException("A file that cannot be kept was not asked about: " + file.fileName());
        }
        var zone = partners.get(dispute.challenger().partner()).zone();
        var facts = EvidenceFacts.of(piece, file != null, PartnerDay.of(dispute.openedAt(), zone));
        pieces.save(DisputeEvidence.put(
                id,
                side,
                actor.person(),
                piece,
                file == null ? null : file.id(),
                tables.weight(dispute.program(), facts),
                now()));
        audit.record(
                dispute.reference(),
                actor,
                "evidence-put",
                Map.of("side", side.name(), "kind", piece.kind().name()));
        return new Done(id, dispute.status());
    }

    /**
     * The actor's side has no more to show.
     *
     * @throws DisputeNotFound if the actor's partner has no side in such a dispute
     */
    public DisputeOutcome done(Actor actor, DisputeId id) {
        var dispute = own.get(actor, id);
        var side = sideOf(actor, dispute);
        var closed = closed(dispute, side);
        if (closed.isPresent()) {
            return closed.get();
        }
        dispute.done(side, now());
        audit.record(dispute.reference(), actor, "evidence-done", Map.of("side", side.name()));
        news.keep(dispute);
        return new Done(id, dispute.status());
    }

    /** A file of the actor's own side; the vendor's people open both sides'. */
    @Transactional(readOnly = true)
    public Optional<FileContent> open(Actor actor, DisputeId id, UUID file) {
        var dispute = actor.isPartner()
                ? own.get(actor, id)
                : disputes.findById(id).orElseThrow(() -> DisputeNotFound.of(id));
        return pieces.findByDisputeOrderByPutAtAscIdAsc(id).stream()
                .filter(piece -> piece.file().filter(file::equals).isPresent())
                .filter(piece -> !actor.isPartner() || piece.side() == sideOf(actor, dispute))
                .findFirst()
                .flatMap(piece -> files.open(id.toString(), file));
    }

    /** Writes down what the machine knows of both sides; the second call finds the work done. */
    void writeDownWhatIsKnown(Dispute dispute) {
        if (pieces.findByDisputeOrderByPutAtAscIdAsc(dispute.id()).stream()
                .anyMatch(piece -> piece.kind().isKnown())) {
            return;
        }
        var first = dispute.parties().flatMap(party -> received(party).stream()).min(Comparator.naturalOrder());
        for (var side : DisputeSide.values()) {
            dispute.party(side).ifPresent(party -> writeDown(dispute, side, party, first));
        }
    }

    private void writeDown(Dispute dispute, DisputeSide side, DisputeParty party, Optional<Instant> first) {
        received(party)
                .ifPresent(
                        at -> known(dispute, side, EvidenceKind.FIRST_RECEIPT, at, first.equals(Optional.of(at)), 0));
        party.deal().ifPresent(deal -> {
            known(dispute, side, EvidenceKind.UPDATES, null, false, steps(deal, Set.of("updated")));
            known(dispute, side, EvidenceKind.ACTIVITY, null, false, steps(deal, OWN_STEPS));
        });
    }

    private void known(
            Dispute dispute, DisputeSide side, EvidenceKind kind, @Nullable Instant at, boolean first, long count) {
        var zone = partners.get(dispute.party(side).orElseThrow().partner()).zone();
        pieces.save(DisputeEvidence.known(
                dispute.id(),
                side,
                kind,
                at == null ? null : PartnerDay.of(at, zone),
                String.valueOf(count),
                tables.weight(dispute.program(), EvidenceFacts.known(kind, first, count)),
                now()));
    }

    /** When the side's submission was complete for the first time, or its reservation made. */
    private Optional<Instant> received(DisputeParty party) {
        return party.deal()
                .flatMap(deals::details)
                .map(DealDetails::submittedAt)
                .or(() -> claims.claimOf(party.subject()).map(ClaimView::from));
    }

    private long steps(DealId deal, Set<String> actions) {
        return audit.of(new CaseReference("deal", deal.id())).stream()
                .map(AuditEntry::action)
                .filter(actions::contains)
                .count();
    }

    private Optional<Refused> refusal(Dispute dispute, DisputeSide side, PutEvidence piece) {
        var closed = closed(dispute, side);
        if (closed.isPresent()) {
            return closed;
        }
        if (piece.kind().isKnown()) {
            return Optional.of(new Refused(DisputeRefusal.FIELD_MISSING, "kind"));
        }
        var wrong = DisputeOpening.wrongText(piece.words(), "words");
        if (wrong.isPresent()) {
            return wrong;
        }
        if (piece.attendee() != null && piece.attendee().length() > LONGEST_NAME) {
            return Optional.of(new Refused(DisputeRefusal.FIELD_TOO_LONG, "attendee", LONGEST_NAME));
        }
        var zone = partners.get(dispute.party(side).orElseThrow().partner()).zone();
        if (piece.happenedOn() != null && piece.happenedOn().isAfter(PartnerDay.of(now(), zone))) {
            return Optional.of(new Refused(DisputeRefusal.DATE_IN_FUTURE, "happenedOn"));
        }
        var put = pieces.findByDisputeOrderByPutAtAscIdAsc(dispute.id()).stream()
                .filter(each -> each.side() == side && !each.kind().isKnown())
                .count();
        var most = tables.rules(dispute).mostPieces();
        return put < most ? Optional.empty() : Optional.of(new Refused(DisputeRefusal.ENOUGH_EVIDENCE, null, most));
    }

    private Optional<Refused> closed(Dispute dispute, DisputeSide side) {
        if (!dispute.takesEvidence(now())) {
            return Optional.of(new Refused(DisputeRefusal.EVIDENCE_CLOSED));
        }
        return dispute.party(side).orElseThrow().isDone()
                ? Optional.of(new Refused(DisputeRefusal.DONE_ALREADY))
                : Optional.empty();
    }

    static DisputeSide sideOf(Actor actor, Dispute dispute) {
        return dispute.challenger().partner().equals(DisputeOpening.partnerOf(actor))
                ? DisputeSide.CHALLENGER
                : DisputeSide.HOLDER;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
