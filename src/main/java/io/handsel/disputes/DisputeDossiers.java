package io.handsel.disputes;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.ClaimView;
import io.handsel.audit.AuditTrail;
import io.handsel.deals.DealDossiers;
import io.handsel.disputes.DisputeDossier.Side;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.CaseFiles.StoredFile;
import io.handsel.territory.TerritoryView;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the vendor's people see of a dispute. */
@Service
@Transactional(readOnly = true)
public class DisputeDossiers {

    private final Disputes disputes;
    private final DisputePieces pieces;
    private final DisputeTerritories territories;
    private final DealDossiers deals;
    private final AccountClaims claims;
    private final AccountRegister accounts;
    private final CaseFiles files;
    private final Partners partners;
    private final People people;
    private final AuditTrail audit;

    DisputeDossiers(
            Disputes disputes,
            DisputePieces pieces,
            DisputeTerritories territories,
            DealDossiers deals,
            AccountClaims claims,
            AccountRegister accounts,
            CaseFiles files,
            Partners partners,
            People people,
            AuditTrail audit) {
        this.disputes = disputes;
        this.pieces = pieces;
        this.territories = territories;
        this.deals = deals;
        this.claims = claims;
        this.accounts = accounts;
        this.files = files;
        this.partners = partners;
        this.people = people;
        this.audit = audit;
    }

    public Optional<DisputeDossier> find(DisputeId id) {
        return disputes.findById(id).map(this::dossier);
    }

    private DisputeDossier dossier(Dispute dispute) {
        var evidence = pieces.findByDisputeOrderByPutAtAscIdAsc(dispute.id());
        var names = people.among(
                evidence.stream().flatMap(piece -> piece.putBy().stream()).collect(Collectors.toSet()));
        Map<UUID, StoredFile> stored = files.files(dispute.id().toString()).stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return new DisputeDossier(
                dispute.id(),
                dispute.number(),
                dispute.program(),
                dispute.cause(),
                dispute.status(),
                territories.of(dispute).map(TerritoryView::name).orElse(null),
                dispute.openedAt(),
                dispute.due().orElse(null),
                dispute.reason().orElse(null),
                dispute.verdict().orElse(null),
                dispute.verdictReason().orElse(null),
                dispute.verdictText().orElse(null),
                dispute.settledBy().flatMap(people::find).map(PersonView::name).orElse(null),
                dispute.appealedBy().orElse(null),
                dispute.appealReason().orElse(null),
                dispute.isCarriedOut(),
                Arrays.stream(DisputeSide.values())
                        .flatMap(side -> dispute.party(side).stream()
                                .map(party -> side(side, party, pieces(evidence, side, names, stored))))
                        .toList(),
                audit.of(dispute.reference()));
    }

    private Side side(DisputeSide side, DisputeParty party, List<EvidencePiece> evidence) {
        var claim = claims.claimOf(party.subject());
        return new Side(
                side,
                partners.get(party.partner()),
                party.customer(),
                party.deal().flatMap(deals::find).orElse(null),
                claim.orElse(null),
                claim.map(ClaimView::account).flatMap(accounts::find).orElse(null),
                evidence,
                evidence.stream().mapToInt(EvidencePiece::weight).sum(),
                party.isDone());
    }

    static List<EvidencePiece> pieces(
            List<DisputeEvidence> all,
            DisputeSide side,
            Map<PersonId, PersonView> names,
            Map<UUID, StoredFile> stored) {
        return all.stream()
                .filter(piece -> piece.side() == side)
                .map(piece -> piece.piece(
                        name(piece.putBy().map(names::get)),
                        piece.file().map(stored::get).map(StoredFile::fileName).orElse(null)))
                .toList();
    }

    private static @Nullable String name(Optional<PersonView> person) {
        return person.map(PersonView::name).orElse(null);
    }
}
