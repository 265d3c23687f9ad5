package io.handsel.deals;

import io.handsel.CompanyNames;
import io.handsel.deals.RegistrationOutcome.Registered;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryFixtures;
import io.handsel.territory.TerritoryView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Partners that register deals, and the deals they register. Import it into a Spring test. */
@TestComponent
public class DealFixtures {

    private final Territories territories;
    private final Partners partners;
    private final People people;
    private final DealRegistration registration;

    DealFixtures(Territories territories, Partners partners, People people, DealRegistration registration) {
        this.territories = territories;
        this.partners = partners;
        this.people = people;
        this.registration = registration;
    }

    public TerritoryView germany() {
        return TerritoryFixtures.germany().registeredIn(territories, people);
    }

    /** An active gold partner that sells in Germany. */
    public PartnerView partner() {
        return partner(wish -> wish);
    }

    public PartnerView partner(UnaryOperator<PartnerFixtures> wish) {
        return wish.apply(PartnerFixtures.aPartner().covering(germany())).activeIn(partners, people);
    }

    public Actor sales(PartnerView partner) {
        return person(partner.id().organisation(), "Sven Sales", Role.PARTNER_SALES);
    }

    public Actor vendor(Role role) {
        return person(null, "Vera Vendor", role);
    }

    public Actor actor(PersonId person) {
        return people.actor(person);
    }

    private Actor person(@Nullable OrganisationId organisation, String name, Role role) {
        var signIn = role.group() + "-" + UUID.randomUUID();
        var address = EmailAddress.parse(signIn + "@example.com");
        return people.register(
                        organisation == null
                                ? NewPerson.ofVendor(signIn, name, address, role)
                                : NewPerson.ofPartner(organisation, signIn, name, address, role))
                .actor();
    }

    /** Registers, and expects it to be taken. */
    public DealId register(Actor sales, RegisterDeal deal) {
        var outcome = registration.submit(sales, deal);
        if (outcome instanceof Registered registered) {
            return registered.deal();
        }
        throw new AssertionError("Not registered: " + outcome);
    }

    /** A deal of 30,000 euros with a German customer nobody else knows: the manager decides it. */
    public static Wish aDeal() {
        var company = CompanyNames.next();
        var domain = company.toLowerCase(Locale.ROOT).replace(' ', '-') + ".de";
        return new Wish(new RegisterDeal(
                RegisterDeal.STANDARD,
                company,
                domain,
                "DE",
                "",
                "10115",
                "Berlin",
                "",
                "Carla Customer",
                "carla@" + domain,
                List.of("security"),
                new BigDecimal("30000"),
                "EUR",
                LocalDate.of(2026, 6, 30),
                "A new firewall for the head office and two branches.",
                "own-research",
                null,
                false,
                null,
                List.of("meeting"),
                "",
                Map.of()));
    }

    /** A registration in the making. */
    public record Wish(RegisterDeal deal) {

        public Wish worth(String amount) {
            return worth(amount, "EUR");
        }

        public Wish worth(String amount, String currency) {
            return with("amount", new BigDecimal(amount)).with("currency", currency);
        }

        public Wish under(String program) {
            return with("program", program);
        }

        /** The same with another answer, by the name of the component. */
        public Wish with(String field, @Nullable Object answer) {
            var components = RegisterDeal.class.getRecordComponents();
            var values = new Object[components.length];
            var types = new Class<?>[components.length];
            try {
                for (int i = 0; i < components.length; i++) {
                    types[i] = components[i].getType();
                    values[i] = components[i].getName().equals(field)
                            ? answer
                            : components[i].getAccessor().invoke(deal);
                }
                return new Wish(RegisterDeal.class.getDeclaredConstructor(types).newInstance(values));
            } catch (ReflectiveOperationException broken) {
                throw new AssertionError(broken);
            }
        }
    }
}
