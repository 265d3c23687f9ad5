package io.handsel.partner;

import io.handsel.kernel.EmailAddress;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryView;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partners as tests need them, brought to their standing by the real steps. */
public final class PartnerFixtures {

    private String name = "Northwind Systems";
    private String type = "reseller";
    private String tier = "gold";
    private @Nullable PersonId manager;
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Currency currency = Currency.getInstance("EUR");
    private Locale locale = Locale.ENGLISH;
    private Set<String> productLines = Set.of("security", "backup");
    private Set<TerritoryId> territories = Set.of();

    private PartnerFixtures() {}

    /** A gold reseller in Berlin that sells security and backup. */
    public static PartnerFixtures aPartner() {
        return new PartnerFixtures();
    }

    public PartnerFixtures named(String name) {
        this.name = name;
        return this;
    }

    public PartnerFixtures ofType(String type) {
        this.type = type;
        return this;
    }

    public PartnerFixtures inTier(String tier) {
        this.tier = tier;
        return this;
    }

    public PartnerFixtures managedBy(PersonId manager) {
        this.manager = manager;
        return this;
    }

    public PartnerFixtures speaking(Locale locale) {
        this.locale = locale;
        return this;
    }

    public PartnerFixtures living(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    public PartnerFixtures paidIn(String currency) {
        this.currency = Currency.getInstance(currency);
        return this;
    }

    public PartnerFixtures selling(String... productLines) {
        this.productLines = Set.of(productLines);
        return this;
    }

    public PartnerFixtures covering(TerritoryView... territories) {
        this.territories = Arrays.stream(territories).map(TerritoryView::id).collect(Collectors.toSet());
        return this;
    }

    PartnerFixtures covering(TerritoryId territory) {
        this.territories = Set.of(territory);
        return this;
    }

    NewPartner wanted(PersonId manager) {
        return new NewPartner(
                name,
                PartnerType.of(type),
                PartnerTier.of(tier),
                "emea",
                locale,
                zone,
                currency,
                "standard",
                manager,
                productLines,
                territories);
    }

    /** A manager who can take care of partners. */
    public static PersonView aManager(People people) {
        var name = "manager-" + UUID.randomUUID();
        return people.register(
                NewPerson.ofVendor(name, "Mara Manager", EmailAddress.parse(name + "@vendor.example"), Role.MANAGER));
    }

    /** A candidate; where no manager was named, a new person becomes it. */
    public PartnerView registeredIn(Partners partners, People people) {
        return partners.register(wanted(manager == null ? aManager(people).id() : manager));
    }

    public PartnerView activeIn(Partners partners, People people) {
        var partner = registeredIn(partners, people);
        var by = people.actor(partner.manager());
        partners.become(by, partner.id(), PartnerStanding.APPLICANT);
        partners.become(by, partner.id(), PartnerStanding.ONBOARDING);
        return partners.become(by, partner.id(), PartnerStanding.ACTIVE);
    }
}
