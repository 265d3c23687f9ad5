package io.handsel.accounts;

import io.handsel.kernel.EmailAddress;
import io.handsel.partner.Locations;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonDirectory;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Partners with people who sell, as the tests of this module need them. Import it into a Spring test. */
@TestComponent
public class AccountFixtures {

    private final Partners partners;
    private final PartnerLocations locations;
    private final People people;
    private final PersonDirectory directory;

    AccountFixtures(Partners partners, PartnerLocations locations, People people, PersonDirectory directory) {
        this.partners = partners;
        this.locations = locations;
        this.people = people;
        this.directory = directory;
    }

    public PartnerView partner(String name, String tier) {
        return PartnerFixtures.aPartner().named(name).inTier(tier).activeIn(partners, people);
    }

    public Actor sales(PartnerView partner, String name) {
        var signIn = "sales-" + UUID.randomUUID();
        return people.register(NewPerson.ofPartner(
                        partner.id().organisation(),
                        signIn,
                        name,
                        EmailAddress.parse(signIn + "@partner.example"),
                        Role.PARTNER_SALES))
                .actor();
    }

    /** Somebody who sells for a new gold partner. */
    public Actor salesOfNewPartner(String partnerName) {
        return sales(partner(partnerName, "gold"), "Sven of " + partnerName);
    }

    /** An account in Germany of which little is known. */
    public static NewAccount wanted(
            @Nullable AccountId parent, AccountKind kind, String name, @Nullable String domain) {
        return new NewAccount(
                parent,
                kind,
                name,
                Set.of(),
                "DE",
                null,
                null,
                null,
                domain == null ? Set.of() : Set.of(domain),
                null,
                null,
                null);
    }

    /** A German VAT number nobody else has, without the letters in front; its check digit is right. */
    public static String germanVat() {
        var digits =
                String.valueOf(10_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 89_999_999L));
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(number -> VatNumber.find(number, "DE").isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A location of the company somebody works for. */
    public LocationId location(Actor colleague, String name) {
        var partner = partners.get(AccountCheck.partnerOf(colleague));
        return Locations.add(locations, people.actor(partner.manager()), partner.id(), name);
    }

    /** A colleague who is limited to a location. */
    public Actor limited(Actor colleague, LocationId location, Role role) {
        return people.register(PersonFixtures.someoneOf(colleague.partner().orElseThrow(), role)
                        .limitedTo(location))
                .actor();
    }

    /** The administrator of the same partner. */
    public Actor admin(Actor colleague) {
        var signIn = "admin-" + UUID.randomUUID();
        return people.register(NewPerson.ofPartner(
                        colleague.organisation(),
                        signIn,
                        "Adam",
                        EmailAddress.parse(signIn + "@partner.example"),
                        Role.PARTNER_ADMIN))
                .actor();
    }

    /** From now on the person is limited to another location. */
    public void move(Actor person, LocationId location) {
        people.change(person.person(), PersonFixtures.limiting(directory.get(person.person()), location))
                .orElseThrow();
    }

    public Actor manager() {
        return PartnerFixtures.aManager(people).actor();
    }
}
