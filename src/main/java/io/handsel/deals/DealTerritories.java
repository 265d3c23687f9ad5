package io.handsel.deals;

import io.handsel.kernel.CountryCode;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.CustomerPlace;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryAssignment.Assigned;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingCalendar;
import io.handsel.territory.WorkingCalendars;
import io.handsel.territory.WorkingWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a deal belongs, and by whose clock it is decided. */
@Component
class DealTerritories {

    private final Territories territories;
    private final WorkingCalendars calendars;
    private final Partners partners;
    private final People people;

    DealTerritories(Territories territories, WorkingCalendars calendars, Partners partners, People people) {
        this.territories = territories;
        this.calendars = calendars;
        this.partners = partners;
        this.people = people;
    }

    /** The customer's territory; empty where no row of the table fits, or several do. */
    Optional<TerritoryView> of(String program, DealContent content) {
        var products = content.productLines();
        var place = CustomerPlace.in(CountryCode.of(content.country()))
                .inState(content.state())
                .withPostcode(content.postcode())
                .buying(products.size() == 1 ? products.get(0) : null)
                .underProgram(program);
        return territories.assign(place) instanceof Assigned assigned
                ? Optional.of(assigned.territory())
                : Optional.empty();
    }

    boolean isCovered(PartnerView partner, String program, DealContent content) {
        return of(program, content)
                .filter(territory -> territories.covers(partner.territories(), territory.id()))
                .isPresent();
    }

    /** The calendar of the customer's territory; elsewhere the partner's own, else the usual week in its zone. */
    WorkingCalendar calendar(PartnerView partner, String program, DealContent content) {
        return of(program, content)
                .or(() -> home(partner))
                .map(calendars::of)
                .orElseGet(() -> WorkingCalendar.of(partner.zone(), WorkingWeek.usual(), holiday -> false));
    }

    WorkingCalendar calendar(Deal deal) {
        return calendar(partners.get(deal.partner()), deal.program(), deal.content());
    }

    /** Who directs the territory; where there is none, every director. */
    List<PersonId> directors(Deal deal) {
        return of(deal.program(), deal.content())
                .or(() -> home(partners.get(deal.partner())))
                .map(TerritoryView::director)
                .map(List::of)
                .orElseGet(() -> people.withRole(Role.DIRECTOR).stream()
                        .map(PersonView::id)
                        .toList());
    }

    private Optional<TerritoryView> home(PartnerView partner) {
        return partner.territories().stream()
                .min(Comparator.comparing(TerritoryId::toString))
                .flatMap(territories::find);
    }
}
