package io.handsel.partner.web;

import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerScope;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what pages show of a partner. */
@Component
class PartnerProfiles {

    private final Partners partners;
    private final PartnerCare care;
    private final Territories territories;
    private final People people;
    private final Clock clock;

    PartnerProfiles(Partners partners, PartnerCare care, Territories territories, People people, Clock clock) {
        this.partners = partners;
        this.care = care;
        this.territories = territories;
        this.people = people;
        this.clock = clock;
    }

    /** A partner with the names of what its record refers to. */
    record Profile(PartnerView partner, MyManager manager, List<String> territories, List<PersonView> people) {}

    /** The same as one of the partner's own people sees it: of a location those of it and those of all. */
    Profile of(PartnerScope mine) {
        var whole = of(mine.partner());
        var near = whole.people().stream()
                .filter(person -> person.location() == null || mine.covers(mine.partner(), person.location()))
                .toList();
        return new Profile(whole.partner(), whole.manager(), whole.territories(), near);
    }

    Profile of(PartnerId id) {
        var partner = partners.get(id);
        return new Profile(
                partner,
                manager(partner),
                territories.list().stream()
                        .filter(territory -> partner.territories().contains(territory.id()))
                        .map(TerritoryView::name)
                        .toList(),
                people.ofOrganisation(id.organisation()));
    }

    /** Who takes care of the company somebody works for. */
    Optional<MyManager> managerOf(Actor actor) {
        return actor.partner().map(PartnerId::of).flatMap(partners::find).map(this::manager);
    }

    private MyManager manager(PartnerView partner) {
        var now = clock.instant();
        var absence = care.absence(partner.manager(), now);
        var untilThen = care.substituteFor(partner.manager(), now);
        return MyManager.of(
                people.get(partner.manager()),
                absence.map(away -> away.period().end()).orElse(null),
                untilThen.map(people::get).orElse(null),
                partner.standing());
    }
}
