package io.handsel.applications;

import io.handsel.partner.PartnerCare;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryView;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides about an application, and who never may: separation of duties (Programme guide §3). */
@Component
class ApplicationDeciders {

    private final ApplicationTerritories territories;
    private final PartnerCare care;
    private final People people;
    private final Clock clock;

    ApplicationDeciders(ApplicationTerritories territories, PartnerCare care, People people, Clock clock) {
        this.territories = territories;
        this.care = care;
        this.people = people;
        this.clock = clock;
    }

    /** Whoever was for it first, and whoever stands in for them: the second pair of eyes is another one's. */
    Set<PersonId> excluded(PartnerApplication application) {
        var excluded = new HashSet<PersonId>();
        application.reviewedBy().ifPresent(first -> {
            excluded.add(first);
            care.substituteFor(first, clock.instant()).ifPresent(excluded::add);
        });
        return excluded;
    }

    boolean mayDecide(Actor actor, PartnerApplication application) {
        return (actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR))
                && !actor.isPartner()
                && !excluded(application).contains(actor.person());
    }

    /** The territory's manager. */
    @Nullable
    PersonId reviewer(PartnerApplication application) {
        return territories.of(application).map(TerritoryView::manager).orElse(null);
    }

    /** The territory's director, unless that one was for it first. */
    @Nullable
    PersonId second(PartnerApplication application) {
        return territories
                .of(application)
                .map(TerritoryView::director)
                .filter(director -> !excluded(application).contains(director))
                .orElse(null);
    }

    /** The one of the territory; where there is none, everybody with the role who may. */
    List<PersonId> toldAs(Role role, PartnerApplication application) {
        var one = Optional.ofNullable(role == Role.MANAGER ? reviewer(application) : second(application));
        return one.map(List::of)
                .orElseGet(() -> people.withRole(role).stream()
                        .map(PersonView::id)
                        .filter(person -> !excluded(application).contains(person))
                        .toList());
    }
}
