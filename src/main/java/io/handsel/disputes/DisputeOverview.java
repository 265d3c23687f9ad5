package io.handsel.disputes;

import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.shell.Due;
import io.handsel.tasklist.CaseFiles;
import io.handsel.tasklist.CaseFiles.StoredFile;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One dispute to look at, as the actor's own side sees it. */
@Service
@Transactional(readOnly = true)
public class DisputeOverview {

    private final Disputes disputes;
    private final OwnDisputes own;
    private final DisputePieces pieces;
    private final DisputeTerritories territories;
    private final CaseFiles files;
    private final People people;
    private final Clock clock;

    DisputeOverview(
            Disputes disputes,
            OwnDisputes own,
            DisputePieces pieces,
            DisputeTerritories territories,
            CaseFiles files,
            People people,
            Clock clock) {
        this.disputes = disputes;
        this.own = own;
        this.pieces = pieces;
        this.territories = territories;
        this.files = files;
        this.people = people;
        this.clock = clock;
    }

    /** @throws DisputeNotFound if the actor's partner has no side in such a dispute */
    public DisputeDetails details(Actor actor, DisputeId id) {
        var dispute = own.get(actor, id);
        var side = EvidenceDesk.sideOf(actor, dispute);
        var party = dispute.party(side).orElseThrow();
        var evidence = pieces.findByDisputeOrderByPutAtAscIdAsc(id);
        return new DisputeDetails(
                id,
                dispute.number(),
                dispute.cause(),
                dispute.status(),
                side,
                party.customer(),
                party.deal().orElse(null),
                dispute.openedAt(),
                dispute.due().orElse(null),
                due(dispute).orElse(null),
                side == DisputeSide.CHALLENGER ? dispute.reason().orElse(null) : null,
                dispute.party(side.other()).isPresent(),
                own(dispute, side, evidence),
                evidence.stream()
                        .filter(piece -> piece.side() != side)
                        .map(piece -> piece.piece(null, null).outline())
                        .toList(),
                party.isDone(),
                dispute.verdict().orElse(null),
                dispute.verdictText().orElse(null),
                dispute.appealedBy().isPresent(),
                dispute.isCarriedOut(),
                actions(actor, dispute, side, party));
    }

    private List<EvidencePiece> own(Dispute dispute, DisputeSide side, List<DisputeEvidence> evidence) {
        var own = evidence.stream().filter(piece -> piece.side() == side).toList();
        var names = people.among(
                own.stream().flatMap(piece -> piece.putBy().stream()).collect(Collectors.toSet()));
        Map<UUID, StoredFile> stored = files.files(dispute.id().toString()).stream()
                .collect(Collectors.toMap(StoredFile::id, Function.identity()));
        return DisputeDossiers.pieces(own, side, names, stored);
    }

    /** What the vendor owes counts in working hours; the partners' own times are whole days. */
    private Optional<Due> due(Dispute dispute) {
        if (!dispute.is(DisputeStatus.SETTLEMENT, DisputeStatus.APPEALED)) {
            return Optional.empty();
        }
        return dispute.due().map(due -> {
            var now = clock.instant();
            var calendar = territories.calendar(dispute);
            return new Due(
                    due,
                    now.isAfter(due)
                            ? calendar.between(due, now).length().negated()
                            : calendar.between(now, due).length());
        });
    }

    private EnumSet<DisputeAction> actions(Actor actor, Dispute dispute, DisputeSide side, DisputeParty party) {
        var actions = EnumSet.noneOf(DisputeAction.class);
        if (!actor.is(Role.PARTNER_ADMIN) && !actor.is(Role.PARTNER_SALES)) {
            return actions;
        }
        var now = clock.instant();
        if (dispute.takesEvidence(now) && !party.isDone()) {
            actions.add(DisputeAction.PUT_EVIDENCE);
            actions.add(DisputeAction.DONE);
        }
        if (dispute.mayBeAppealed(side, now)) {
            actions.add(DisputeAction.APPEAL);
            actions.add(DisputeAction.WAIVE);
        }
        if (side == DisputeSide.CHALLENGER && dispute.is(DisputeStatus.EVIDENCE, DisputeStatus.SETTLEMENT)) {
            actions.add(DisputeAction.WITHDRAW);
        }
        return actions;
    }
}
