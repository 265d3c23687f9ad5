package io.handsel.demo;

import io.handsel.accounts.AccountOutcome;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.DesignateAccount;
import io.handsel.accounts.Designation;
import io.handsel.accounts.NewAccount;
import io.handsel.kernel.CountryCode;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.LocationOutcome;
import io.handsel.partner.NewPartner;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerTier;
import io.handsel.partner.PartnerType;
import io.handsel.partner.Partners;
import io.handsel.security.LocationId;
import io.handsel.territory.NewTerritory;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.WorkingWeek;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Territories, six partners and some two hundred customers: what is there before anybody registers a deal. */
class DemoWorld {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<PartnerStanding> TO_ONBOARDING =
            List.of(PartnerStanding.APPLICANT, PartnerStanding.ONBOARDING);

    private final DemoPeople people;
    private final Territories territories;
    private final Partners partners;
    private final AccountRegister accounts;
    private final DemoOnboarding onboarding;
    private final PartnerLocations locations;

    DemoWorld(
            DemoPeople people,
            Territories territories,
            Partners partners,
            AccountRegister accounts,
            DemoOnboarding onboarding,
            PartnerLocations locations) {
        this.people = people;
        this.territories = territories;
        this.partners = partners;
        this.accounts = accounts;
        this.onboarding = onboarding;
        this.locations = locations;
    }

    /** Partners others need: two that sell, and one that has not signed yet. */
    record Companies(PartnerId adler, PartnerId whitfield, PartnerId keller) {}

    Companies build(LocalDate today) {
        people.registerVendor();
        var world = territory("world", "World", null, "Europe/Berlin", "DE");
        var emea = territory("emea", "Europe", world, "Europe/Berlin", "DE");
        var dach = territory("dach", "Germany, Austria, Switzerland", emea, "Europe/Berlin", "DE");
        var germany = territory("germany", "Germany", dach, "Europe/Berlin", "DE");
        territory("germany-south", "Southern Germany", germany, "Europe/Berlin", "DE");
        territory("public-sector", "Public sector", germany, "Europe/Berlin", "DE");
        territory("france", "France", emea, "Europe/Paris", "FR");
        var kingdom = territory("united-kingdom", "United Kingdom and Ireland", emea, "Europe/London", "GB");
        var states = territory("united-states", "United States", world, "America/New_York", "US");
        territory("united-states-east", "Eastern United States", states, "America/New_York", "US");
        territory("united-states-public-sector", "Public sector, United States", states, "America/New_York", "US");

        var adler = active(partner("Adler Systems", "gold", Locale.ENGLISH, "Europe/Berlin", Set.of(dach)));
        people.registerPartnerA(adler);
        location(adler, "Munich", "DE");
        people.registerInVienna(adler, location(adler, "Vienna", "AT"));
        var whitfield =
                active(partner("Whitfield & Sons", "silver", Locale.ENGLISH, "Europe/London", Set.of(kingdom, dach)));
        people.registerPartnerB(whitfield);
        var keller = partner("Keller Netzwerke", "registered", Locale.GERMAN, "Europe/Berlin", Set.of(germany));
        people.registerPartnerC(keller);
        var carver = partner("Carver Networks", "registered", Locale.ENGLISH, "Europe/Berlin", Set.of(dach));
        people.registerPartnerD(carver);
        people.registerPartnerE(active(distributor("Nordwind Distribution", Locale.ENGLISH, dach)));
        people.registerPartnerF(active(distributor("Hafen Großhandel", Locale.GERMAN, germany)));
        onboarding.begin(people, carver);
        onboarding.train(people);
        customers(today);
        return new Companies(adler, whitfield, keller);
    }

    private TerritoryId territory(
            String code, String name, @Nullable TerritoryId parent, String zone, String holidays) {
        return territories
                .register(new NewTerritory(
                        code,
                        name,
                        parent,
                        people.id("manager"),
                        people.id("director"),
                        EURO,
                        ZoneId.of(zone),
                        CountryCode.of(holidays),
                        null,
                        WorkingWeek.usual()))
                .id();
    }

    private PartnerId distributor(String name, Locale locale, TerritoryId covered) {
        return partner(name, PartnerType.DISTRIBUTOR, "gold", locale, "Europe/Berlin", Set.of(covered));
    }

    private PartnerId partner(String name, String tier, Locale locale, String zone, Set<TerritoryId> covered) {
        return partner(name, PartnerType.of("reseller"), tier, locale, zone, covered);
    }

    private PartnerId partner(
            String name, PartnerType type, String tier, Locale locale, String zone, Set<TerritoryId> covered) {
        var id = partners.register(new NewPartner(
                        name,
                        type,
                        PartnerTier.of(tier),
                        "emea",
                        locale,
                        ZoneId.of(zone),
                        EURO,
                        "standard",
                        people.id("manager"),
                        Set.of(),
                        covered))
                .id();
        TO_ONBOARDING.forEach(standing -> partners.become(people.actor("manager"), id, standing));
        return id;
    }

    private LocationId location(PartnerId partner, String city, String country) {
        var facts = new LocationFacts(city, CountryCode.of(country), city);
        if (locations.add(people.actor("manager"), partner, facts) instanceof LocationOutcome.Done done) {
            return done.location().id();
        }
        throw new IllegalStateException("The demonstration cannot add the location " + city);
    }

    private PartnerId active(PartnerId partner) {
        partners.become(people.actor("manager"), partner, PartnerStanding.ACTIVE);
        return partner;
    }

    /** Every fiftieth customer is the vendor's own: a first look should meet a house account too. */
    private void customers(LocalDate today) {
        var manager = people.actor("manager");
        try (var lines = new ClassPathResource("demo/accounts.csv").getInputStream();
                var rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var outcome = accounts.register(
                        manager,
                        NewAccount.company(row.get("name"), row.get("country"), row.get("city"), row.get("domain")));
                if (outcome instanceof AccountOutcome.Registered registered && row.getRecordNumber() % 50 == 0) {
                    accounts.designate(
                            manager,
                            registered.account().id(),
                            new DesignateAccount(
                                    Designation.HOUSE,
                                    null,
                                    "Served by the vendor's own sales",
                                    "5 % for help that leads to an order",
                                    today,
                                    today.plusYears(1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
