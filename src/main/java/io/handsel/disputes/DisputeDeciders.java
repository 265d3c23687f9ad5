package io.handsel.disputes;

import io.handsel.deals.DealReview;
import io.handsel.partner.PartnerCare;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryView;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who decides a dispute, and who never may: separation of duties (Programme guide §6.3). */
@Component
class DisputeDeciders {

    private final DisputeTerritories territories;
    private final DealReview deals;
    private final PartnerCare care;
    private final People people;
    private final Clock clock;

    DisputeDeciders(DisputeTerritories territories, DealReview deals, PartnerCare care, People people, Clock clock) {
        this.territories = territories;
        this.deals = deals;
        this.care = care;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Whoever belongs to a side, registered or opened anything here, or stands in for such a person; of an appeal also
     * whoever settled the dispute.
     */
    Set<PersonId> excluded(Dispute dispute) {
        var excluded = new HashSet<PersonId>();
        dispute.parties().forEach(party -> {
            party.deal().ifPresent(deal -> excluded.addAll(deals.excludedDeciders(deal)));
            people.ofOrganisation(party.partner().organisation()).stream()
                    .map(PersonView::id)
                    .forEach(excluded::add);
        });
        Stream.of(
                        dispute.parties().map(DisputeParty::person),
                        dispute.openedBy().stream(),
                        dispute.settledBy().stream())
                .flatMap(involved -> involved)
                .forEach(person -> {
                    excluded.add(person);
                    care.substituteFor(person, clock.instant()).ifPresent(excluded::add);
                });
        return excluded;
    }

    boolean mayDecide(Actor actor, Dispute dispute) {
        return !actor.isPartner() && !excluded(dispute).contains(actor.person());
    }

    /** The territory's manager, unless that one may not. */
    @Nullable
    PersonId settler(Dispute dispute) {
        return unlessExcluded(dispute, territories.of(dispute).map(TerritoryView::manager));
    }

    /** The territory's director, unless that one may not. */
    @Nullable
    PersonId judge(Dispute dispute) {
        return unlessExcluded(dispute, territories.of(dispute).map(TerritoryView::director));
    }

    /** Whether there is a director who could hear an appeal against this person's decision. */
    boolean isAnybodyAbove(Actor settler, Dispute dispute) {
        var excluded = excluded(dispute);
        return people.withRole(Role.DIRECTOR).stream()
                .map(PersonView::id)
                .anyMatch(director -> !director.equals(settler.person()) && !excluded.contains(director));
    }

    private @Nullable PersonId unlessExcluded(Dispute dispute, Optional<PersonId> person) {
        return person.filter(each -> !excluded(dispute).contains(each)).orElse(null);
    }
}
