package io.handsel.demo;

import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.security.SignInHints.Hint;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of the demonstration, by sign-in name. */
class DemoPeople {

    static final String PASSWORD = "handsel-demo";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private record Cast(String signInName, String name, Role role, Locale locale, ZoneId zone, String telephone) {}

    private static final List<Cast> VENDOR = List.of(
            new Cast("manager", "Marta Engel", Role.MANAGER, Locale.ENGLISH, BERLIN, "+49 30 5550 1101"),
            new Cast("director", "David Okafor", Role.DIRECTOR, Locale.ENGLISH, BERLIN, "+49 30 5550 1102"),
            new Cast("finance", "Fiona Brandt", Role.FINANCE, Locale.GERMAN, BERLIN, "+49 30 5550 1103"),
            new Cast("designer", "Dario Conti", Role.DESIGNER, Locale.ENGLISH, BERLIN, "+49 30 5550 1104"),
            new Cast("operator", "Olga Petrenko", Role.OPERATOR, Locale.ENGLISH, BERLIN, "+49 30 5550 1105"));

    private static final List<Cast> PARTNER_A = List.of(
            new Cast("partner-a-admin", "Anna Adler", Role.PARTNER_ADMIN, Locale.ENGLISH, BERLIN, "+49 89 5550 2201"),
            new Cast("partner-a-sales", "Ben Arnold", Role.PARTNER_SALES, Locale.ENGLISH, BERLIN, "+49 89 5550 2202"));

    /** Limited to one location of partner A. */
    private static final Cast PARTNER_A_VIENNA =
            new Cast("partner-a-vienna", "Viktor Arnold", Role.PARTNER_SALES, Locale.GERMAN, VIENNA, "+43 1 5550 2203");

    private static final List<Cast> PARTNER_B = List.of(new Cast(
            "partner-b-sales", "Bea Whitfield", Role.PARTNER_SALES, Locale.ENGLISH, LONDON, "+44 20 5550 3301"));

    private static final List<Cast> PARTNER_C = List.of(
            new Cast("partner-c-admin", "Clara Keller", Role.PARTNER_ADMIN, Locale.GERMAN, BERLIN, "+49 30 5550 4401"));

    private static final List<Cast> PARTNER_D = List.of(new Cast(
            "partner-d-admin", "Clara Carver", Role.PARTNER_ADMIN, Locale.ENGLISH, BERLIN, "+49 40 5550 5501"));

    private static final List<Cast> PARTNER_E = List.of(new Cast(
            "partner-e-admin", "Nora Nordwind", Role.PARTNER_ADMIN, Locale.ENGLISH, BERLIN, "+49 40 5550 6601"));

    private static final List<Cast> PARTNER_F = List.of(
            new Cast("partner-f-admin", "Felix Hafen", Role.PARTNER_ADMIN, Locale.GERMAN, BERLIN, "+49 89 5550 7701"));

    private final People people;
    private final Map<String, PersonId> ids = new HashMap<>();

    DemoPeople(People people) {
        this.people = people;
    }

    static List<Hint> hints() {
        return Stream.of(
                        PARTNER_A,
                        List.of(PARTNER_A_VIENNA),
                        PARTNER_B,
                        PARTNER_C,
                        PARTNER_D,
                        PARTNER_E,
                        PARTNER_F,
                        VENDOR)
                .flatMap(List::stream)
                .map(cast -> new Hint(
                        cast.signInName(), PASSWORD, cast.role(), cast.equals(PARTNER_A_VIENNA) ? "Vienna" : null))
                .toList();
    }

    void registerVendor() {
        VENDOR.forEach(cast -> register(cast, null, null));
    }

    void registerPartnerA(PartnerId partner) {
        PARTNER_A.forEach(cast -> register(cast, partner, null));
    }

    void registerInVienna(PartnerId partner, LocationId vienna) {
        register(PARTNER_A_VIENNA, partner, vienna);
    }

    void registerPartnerB(PartnerId partner) {
        PARTNER_B.forEach(cast -> register(cast, partner, null));
    }

    void registerPartnerC(PartnerId partner) {
        PARTNER_C.forEach(cast -> register(cast, partner, null));
    }

    void registerPartnerD(PartnerId partner) {
        PARTNER_D.forEach(cast -> register(cast, partner, null));
    }

    void registerPartnerE(PartnerId partner) {
        PARTNER_E.forEach(cast -> register(cast, partner, null));
    }

    void registerPartnerF(PartnerId partner) {
        PARTNER_F.forEach(cast -> register(cast, partner, null));
    }

    PersonId id(String signInName) {
        var id = ids.get(signInName);
        if (id == null) {
            throw new IllegalArgumentException("Nobody signs in as " + signInName);
        }
        return id;
    }

    Actor actor(String signInName) {
        return people.actor(id(signInName));
    }

    private void register(Cast cast, @Nullable PartnerId partner, @Nullable LocationId location) {
        var host = partner == null ? "vendor.example" : cast.signInName().substring(0, 9) + ".example";
        var address = EmailAddress.parse(cast.name().toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + host);
        var person = partner == null
                ? NewPerson.ofVendor(cast.signInName(), cast.name(), address, cast.role())
                : NewPerson.ofPartner(partner.organisation(), cast.signInName(), cast.name(), address, cast.role());
        ids.put(
                cast.signInName(),
                people.register(person.limitedTo(location)
                                .speaking(cast.locale())
                                .in(cast.zone())
                                .reachedAt(cast.telephone())
                                .withPassword(PASSWORD))
                        .id());
    }
}
