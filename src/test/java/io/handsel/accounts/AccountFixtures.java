package io.handsel.accounts;

import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerFixtures;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
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
    private final People people;

    AccountFixtures(Partners partners, People people) {
        this.partners = partners;
        this.people = people;
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

    public Actor manager() {
        return PartnerFixtures.aManager(people).actor();
    }
}
