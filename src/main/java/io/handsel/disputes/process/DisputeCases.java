package io.handsel.disputes.process;

import io.handsel.audit.CaseReference;
import io.handsel.disputes.DisputeDossier;
import io.handsel.disputes.DisputeDossiers;
import io.handsel.disputes.DisputeId;
import io.handsel.disputes.DisputeSettlement;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.security.Actor;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the task list about disputes. */
@Component
class DisputeCases implements CaseSource {

    private final DisputeDossiers dossiers;
    private final DisputeSettlement settlement;

    DisputeCases(DisputeDossiers dossiers, DisputeSettlement settlement) {
        this.dossiers = dossiers;
        this.settlement = settlement;
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(DisputeContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return dossiers.find(DisputeId.parse(key.key())).map(this::summary);
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        var id = DisputeId.parse(task.caseKey());
        var dossier = dossiers.find(id).orElseThrow(() -> new IllegalStateException("Task without its dispute " + id));
        return new CasePanel("disputes/_case :: panel", dossier);
    }

    private CaseSummary summary(DisputeDossier dossier) {
        var challenger = dossier.challenger();
        var deal = challenger.deal();
        return new CaseSummary(
                challenger.customer() + " · " + dossier.number(),
                challenger.partner().name(),
                challenger.partner().id().organisation(),
                dossier.territory(),
                deal == null ? null : deal.deal().value(),
                dossier.program(),
                new CaseReference("dispute", dossier.id().id()),
                settlement.excludedDeciders(dossier.id()));
    }
}
