package io.handsel.applications;

import io.handsel.audit.AuditTrail;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.territory.TerritoryView;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications as our own people see them. */
@Service
@Transactional(readOnly = true)
public class ApplicationDossiers {

    private final Applications applications;
    private final ApplicationTerritories territories;
    private final ApplicationDuplicates duplicates;
    private final ApplicationDomains domains;
    private final People people;
    private final AuditTrail audit;

    ApplicationDossiers(
            Applications applications,
            ApplicationTerritories territories,
            ApplicationDuplicates duplicates,
            ApplicationDomains domains,
            People people,
            AuditTrail audit) {
        this.applications = applications;
        this.territories = territories;
        this.duplicates = duplicates;
        this.domains = domains;
        this.people = people;
        this.audit = audit;
    }

    public Optional<ApplicationDossier> find(ApplicationId id) {
        return applications.findById(id).map(this::dossier);
    }

    private ApplicationDossier dossier(PartnerApplication application) {
        return new ApplicationDossier(
                application.details(),
                territories.of(application).map(TerritoryView::name).orElse(null),
                application
                        .reviewedBy()
                        .flatMap(people::find)
                        .map(PersonView::name)
                        .orElse(null),
                application.candidate().isPresent(),
                domains.proof(application).orElse(null),
                domains.standing(application),
                duplicates.of(application.id()),
                audit.of(application.reference()));
    }
}
