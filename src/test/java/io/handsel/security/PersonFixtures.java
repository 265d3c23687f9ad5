package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** People for tests: each with a name of their own and the password {@value #PASSWORD}. */
public final class PersonFixtures {

    public static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private PersonFixtures() {}

    /** Somebody of the vendor, to be registered: {@code people.register(PersonFixtures.someone(Role.MANAGER))}. */
    public static NewPerson someone(Role... roles) {
        var name = "someone-" + COUNT.incrementAndGet();
        return NewPerson.ofVendor(name, "Someone " + name, EmailAddress.parse(name + "@vendor.example"), roles)
                .withPassword(PASSWORD);
    }

    /** Somebody of a partner, to be registered. */
    public static NewPerson someoneOf(OrganisationId organisation, Role... roles) {
        var name = "partner-" + COUNT.incrementAndGet();
        return NewPerson.ofPartner(
                        organisation,
                        name,
                        "Partner " + name,
                        EmailAddress.parse(name + "@partner.example"),
                        roles.length == 0 ? new Role[] {Role.PARTNER_SALES} : roles)
                .withPassword(PASSWORD);
    }

    /** A change of nothing but the location somebody is limited to. */
    public static PersonChange limiting(PersonRecord record, @Nullable LocationId location) {
        var person = record.person();
        return new PersonChange(
                person.name(),
                person.email(),
                person.telephone(),
                person.roles(),
                location,
                person.locale(),
                person.zone(),
                record.version());
    }

    /** An actor of the vendor who is in no database. */
    public static Actor actor(Role... roles) {
        return new Actor(PersonId.create(), "Somebody", Set.of(roles), null, null, Locale.ENGLISH, ZoneId.of("UTC"));
    }

    /** An actor of a partner who is in no database. */
    public static Actor actorOf(OrganisationId organisation, Role... roles) {
        return new Actor(
                PersonId.create(),
                "Partner's somebody",
                Set.of(roles),
                organisation,
                null,
                Locale.ENGLISH,
                ZoneId.of("UTC"));
    }
}
