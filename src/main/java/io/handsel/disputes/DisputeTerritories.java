package io.handsel.disputes;

import io.handsel.accounts.AccountClaims;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountView;
import io.handsel.accounts.ClaimView;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealDossiers;
import io.handsel.kernel.CountryCode;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.CustomerPlace;
import io.handsel.territory.PartnerDay;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryAssignment.Assigned;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingCalendar;
import io.handsel.territory.WorkingCalendars;
import io.handsel.territory.WorkingWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a dispute belongs: who settles it, and by whose calendar its days count. */
@Component
class DisputeTerritories {

    private final DealDossiers deals;
    private final AccountClaims claims;
    private final AccountRegister accounts;
    private final Territories territories;
    private final WorkingCalendars calendars;
    private final Partners partners;
    private final People people;

    DisputeTerritories(
            DealDossiers deals,
            AccountClaims claims,
            AccountRegister accounts,
            Territories territories,
            WorkingCalendars calendars,
            Partners partners,
            People people) {
        this.deals = deals;
        this.claims = claims;
        this.accounts = accounts;
        this.territories = territories;
        this.calendars = calendars;
        this.partners = partners;
        this.people = people;
    }

    /** The territory of the challenger's customer; where no row of the table fits, the challenger's own. */
    Optional<TerritoryView> of(Dispute dispute) {
        var challenger = dispute.challenger();
        var place = challenger
                .deal()
                .flatMap(deals::details)
                .map(DisputeTerritories::place)
                .or(() -> claims.claimOf(challenger.subject()).flatMap(this::place));
        return place.flatMap(this::assigned).or(() -> home(challenger.partner()));
    }

    /** The calendar of a deal's customer, before there is a dispute about it. */
    WorkingCalendar calendar(DealDetails deal, PartnerId partner) {
        return calendar(assigned(place(deal)).or(() -> home(partner)), partner);
    }

    WorkingCalendar calendar(Dispute dispute) {
        return calendar(of(dispute), dispute.challenger().partner());
    }

    /** So many working days later, to the end of that day where each of the partners lives. */
    Instant endAfter(Dispute dispute, Instant from, int workingDays) {
        var day = calendar(dispute).plusDays(from, workingDays);
        return dispute.parties()
                .map(party ->
                        PartnerDay.endOf(day, partners.get(party.partner()).zone()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Who directs the territory; where there is none, every director. */
    List<PersonId> directors(Dispute dispute) {
        return of(dispute)
                .map(TerritoryView::director)
                .map(List::of)
                .orElseGet(() -> people.withRole(Role.DIRECTOR).stream()
                        .map(PersonView::id)
                        .toList());
    }

    private static CustomerPlace place(DealDetails deal) {
        var asked = deal.registration();
        var products = asked.products();
        return CustomerPlace.in(CountryCode.of(asked.country()))
                .inState(asked.state())
                .withPostcode(asked.postcode())
                .buying(products.size() == 1 ? products.get(0) : null)
                .underProgram(asked.program());
    }

    private Optional<CustomerPlace> place(ClaimView claim) {
        return accounts.find(claim.account())
                .filter(account -> account.country() != null)
                .map(account -> place(account).underProgram(claim.scope().program()));
    }

    private static CustomerPlace place(AccountView account) {
        return CustomerPlace.in(CountryCode.of(Objects.requireNonNull(account.country())))
                .inState(account.state())
                .withPostcode(account.postcode());
    }

    private Optional<TerritoryView> assigned(CustomerPlace place) {
        return territories.assign(place) instanceof Assigned found ? Optional.of(found.territory()) : Optional.empty();
    }

    private Optional<TerritoryView> home(PartnerId partner) {
        return partners.get(partner).territories().stream()
                .min(Comparator.comparing(TerritoryId::toString))
                .flatMap(territories::find);
    }

    private WorkingCalendar calendar(Optional<TerritoryView> territory, PartnerId partner) {
        return territory
                .map(calendars::of)
                .orElseGet(
                        () -> WorkingCalendar.of(partners.get(partner).zone(), WorkingWeek.usual(), holiday -> false));
    }
}
