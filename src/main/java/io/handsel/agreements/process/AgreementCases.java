package io.handsel.agreements.process;

import io.handsel.agreements.AgreementId;
import io.handsel.agreements.AgreementOverview;
import io.handsel.audit.CaseReference;
import io.handsel.engine.BusinessKey;
import io.handsel.engine.ProcessKey;
import io.handsel.engine.UserTask;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.tasklist.CasePanel;
import io.handsel.tasklist.CaseSource;
import io.handsel.tasklist.CaseSummary;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the task list about agreements. */
@Component
class AgreementCases implements CaseSource {

    private final AgreementOverview overview;
    private final Partners partners;

    AgreementCases(AgreementOverview overview, Partners partners) {
        this.overview = overview;
        this.partners = partners;
    }

    @Override
    public Set<ProcessKey> processes() {
        return Set.of(AgreementContract.KEY);
    }

    @Override
    public Optional<CaseSummary> summary(BusinessKey key) {
        return overview.find(AgreementId.parse(key.key())).map(agreement -> {
            var partner = partners.get(agreement.partner());
            return new CaseSummary(
                    partner.name() + " · " + agreement.number(),
                    partner.name(),
                    partner.id().organisation(),
                    null,
                    null,
                    "agreement",
                    new CaseReference("agreement", agreement.id().id()),
                    Set.of());
        });
    }

    @Override
    public CasePanel panel(UserTask task, Actor actor) {
        return new CasePanel("agreements/_case :: panel", overview.details(actor, AgreementId.parse(task.caseKey())));
    }
}
