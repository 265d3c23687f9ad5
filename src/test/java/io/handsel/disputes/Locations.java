package io.handsel.disputes;

import io.handsel.kernel.CountryCode;
import io.handsel.partner.LocationFacts;
import io.handsel.partner.LocationOutcome;
import io.handsel.partner.PartnerLocations;
import io.handsel.partner.PartnerView;
import io.handsel.security.Actor;
import io.handsel.security.LocationId;
import io.handsel.security.People;
import io.handsel.security.PersonFixtures;
import io.handsel.security.Role;
import org.jspecify.annotations.Nullable;

/** A partner with two locations and people limited to them. */
record Locations(PartnerView partner, LocationId linz, LocationId graz, People people) {

    static Locations of(PartnerView partner, PartnerLocations locations, People people) {
        var manager = people.actor(partner.manager());
        return new Locations(
                partner, add(locations, manager, partner, "Linz"), add(locations, manager, partner, "Graz"), people);
    }

    private static LocationId add(PartnerLocations locations, Actor by, PartnerView partner, String name) {
        var outcome = locations.add(by, partner.id(), new LocationFacts(name, CountryCode.of("AT"), name));
        return ((LocationOutcome.Done) outcome).location().id();
    }

    Actor person(@Nullable LocationId location, Role role) {
        return people.register(PersonFixtures.someoneOf(partner.id().organisation(), role)
                        .limitedTo(location))
                .actor();
    }

    Actor sales(@Nullable LocationId location) {
        return person(location, Role.PARTNER_SALES);
    }

    Actor admin(@Nullable LocationId location) {
        return person(location, Role.PARTNER_ADMIN);
    }
}
