package io.handsel.applications;

import io.handsel.applications.VettingOutcome.Refused;
import io.handsel.kernel.DomainName;
import io.handsel.partner.CompanyProfile;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.NewPartner;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerType;
import io.handsel.partner.Partners;
import io.handsel.people.PeopleAdministration;
import io.handsel.people.PersonOutcome;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryView;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Makes a partner of an applicant: the record, the company, the manager and the first person, in one transaction. */
@Component
class PartnerAdmission {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMESAKES = 9;

    private final ApplicationTerritories territories;
    private final ApplicationTables tables;
    private final Partners partners;
    private final CompanyProfiles companies;
    private final PeopleAdministration administration;
    private final People people;

    PartnerAdmission(
            ApplicationTerritories territories,
            ApplicationTables tables,
            Partners partners,
            CompanyProfiles companies,
            PeopleAdministration administration,
            People people) {
        this.territories = territories;
        this.tables = tables;
        this.partners = partners;
        this.companies = companies;
        this.administration = administration;
        this.people = people;
    }

    record Admitted(PartnerId partner, PersonId administrator) {}

    /** What would keep the applicant from becoming a partner; empty if nothing does. */
    Optional<Refused> obstacle(PartnerApplication application) {
        var managed = territories
                .of(application)
                .filter(territory -> people.withRole(Role.MANAGER).stream()
                        .map(PersonView::id)
                        .anyMatch(territory.manager()::equals));
        if (managed.isEmpty()) {
            return Optional.of(Refused.because(ApplicationRefusal.NO_TERRITORY));
        }
        return signInName(application).isEmpty()
                ? Optional.of(Refused.because(ApplicationRefusal.CONTACT_TAKEN))
                : Optional.empty();
    }

    /** @throws OptimisticLockingFailureException if somebody has taken the name of the administrator meanwhile */
    Admitted admit(Actor by, PartnerApplication application) {
        var territory = territories.of(application).orElseThrow();
        if (!(partners.register(by, record(application, territory), PartnerStanding.ONBOARDING)
                instanceof PartnerOutcome.Done done)) {
            throw new OptimisticLockingFailureException("The manager of " + territory.code() + " has just changed");
        }
        var partner = done.partner().id();
        companies.begin(by, partner, profile(application.applicant()));
        var invited = administration.inviteFirst(by, partner, administrator(application, territory));
        if (!(invited instanceof PersonOutcome.Done registered)) {
            throw new OptimisticLockingFailureException("Somebody has just taken the name of the administrator");
        }
        return new Admitted(partner, registered.person().id());
    }

    private NewPartner record(PartnerApplication application, TerritoryView territory) {
        var applicant = application.applicant();
        return new NewPartner(
                applicant.businessName(),
                PartnerType.of(applicant.partnerType()),
                tables.firstTier(application),
                territory.name(),
                applicant.locale(),
                territory.zone(),
                territory.currency(),
                tables.serviceLevel(application),
                territory.manager(),
                applicant.products(),
                Set.of(territory.id()));
    }

    private static CompanyProfile profile(Applicant applicant) {
        return new CompanyProfile(
                new DomainName(Objects.requireNonNull(applicant.marks().domain())),
                applicant.vat(),
                applicant.duns(),
                applicant.country(),
                applicant.street(),
                applicant.postcode(),
                applicant.city(),
                applicant.telephone());
    }

    private NewPerson administrator(PartnerApplication application, TerritoryView territory) {
        var applicant = application.applicant();
        var name = signInName(application)
                .orElseThrow(() -> new OptimisticLockingFailureException("No name is left for the administrator"));
        return new NewPerson(
                name,
                applicant.contactName(),
                applicant.contactEmail(),
                Set.of(Role.PARTNER_ADMIN, Role.PARTNER_SALES),
                null,
                null,
                applicant.locale(),
                territory.zone(),
                applicant.contactTelephone(),
                null,
                null);
    }

    /** The mail address, or something like it where somebody signs in with that already. */
    private Optional<String> signInName(PartnerApplication application) {
        var address = application.applicant().contactEmail().address();
        var base = address.substring(0, Math.min(LONGEST_NAME - 2, address.length()));
        return Stream.concat(
                        Stream.of(base),
                        IntStream.rangeClosed(2, MOST_NAMESAKES).mapToObj(number -> base + "-" + number))
                .filter(name -> !people.isTaken(name))
                .findFirst();
    }
}
