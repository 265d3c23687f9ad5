package io.handsel.partner;

import io.handsel.kernel.CountryCode;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import org.jspecify.annotations.Nullable;

/** A partner with two locations and people limited to them. */
public record Locations(PartnerView partner, LocationId linz, LocationId graz, People people) {

    public static Locations of(PartnerView partner, PartnerLocations locations, People people) {
        var manager = people.actor(partner.manager());
        return new Locations(
                partner,
                add(locations, manager, partner.id(), "Linz"),
                add(locations, manager, partner.id(), "Graz"),
                people);
    }

    /** One in Austria, added by somebody who may. */
    public static LocationId add(PartnerLocations locations, Actor by, PartnerId partner, String name) {
        var outcome = locations.add(by, partner, new LocationFacts(name, CountryCode.of("AT"), name));
        return ((LocationOutcome.Done) outcome).location().id();
    }

    public Actor person(@Nullable LocationId location, Role role) {
        return people.register(PersonFixtures.someoneOf(partner.id().organisation(), role)
                        .limitedTo(location))
                .actor();
    }

    public Actor sales(@Nullable LocationId location) {
        return person(location, Role.PARTNER_SALES);
    }

    public Actor admin(@Nullable LocationId location) {
        return person(location, Role.PARTNER_ADMIN);
    }
}
