package io.handsel.territory;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Territories as tests need them; {@code registeredIn} keeps one through the service. */
public final class TerritoryFixtures {

    private final NewTerritory wanted;

    private TerritoryFixtures(NewTerritory wanted) {
        this.wanted = wanted;
    }

    /** Germany, in euros, Berlin's time, Monday to Friday from nine to five. */
    public static TerritoryFixtures germany() {
        return territory("germany", "Germany", "DE", "Europe/Berlin", "EUR");
    }

    /** The United States, in dollars, New York's time. */
    public static TerritoryFixtures unitedStates() {
        return territory("united-states", "United States", "US", "America/New_York", "USD");
    }

    public static TerritoryFixtures territory(String code, String name, String country, String zone, String currency) {
        return new TerritoryFixtures(new NewTerritory(
                code,
                name,
                null,
                PersonId.create(),
                PersonId.create(),
                Currency.getInstance(currency),
                ZoneId.of(zone),
                CountryCode.of(country),
                null,
                WorkingWeek.usual()));
    }

    public TerritoryFixtures managedBy(PersonId manager) {
        return with(wanted.parent(), manager, wanted.director());
    }

    public TerritoryFixtures directedBy(PersonId director) {
        return with(wanted.parent(), wanted.manager(), director);
    }

    public TerritoryFixtures within(TerritoryView parent) {
        return with(parent.id(), wanted.manager(), wanted.director());
    }

    public NewTerritory wanted() {
        return wanted;
    }

    /** The territory of this code, registered if it is not there yet; so are its manager and its director. */
    public TerritoryView registeredIn(Territories territories, People people) {
        return territories
                .withCode(wanted.code())
                .orElseGet(() -> territories.register(
                        with(wanted.parent(), known(people, wanted.manager()), known(people, wanted.director()))
                                .wanted));
    }

    private static PersonId known(People people, PersonId person) {
        return people.find(person)
                .orElseGet(() -> people.register(NewPerson.ofVendor(
                        "lead-" + person,
                        "Lea Lead",
                        EmailAddress.parse("lead@vendor.example"),
                        Role.MANAGER,
                        Role.DIRECTOR)))
                .id();
    }

    private TerritoryFixtures with(@Nullable TerritoryId parent, PersonId manager, PersonId director) {
        return new TerritoryFixtures(new NewTerritory(
                wanted.code(),
                wanted.name(),
                parent,
                manager,
                director,
                wanted.currency(),
                wanted.zone(),
                wanted.holidays(),
                wanted.subdivision(),
                wanted.week()));
    }
}
