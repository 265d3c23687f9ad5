package io.handsel.partner.web;

import io.handsel.partner.LocationView;
import io.handsel.partner.PartnerCard;
import io.handsel.partner.PartnerLocations;
import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What partners contribute to everybody's frame. */
@Configuration(proxyBeanMethods = false)
class PartnerContributions {

    @Bean
    NavigationEntry partnersEntry() {
        return NavigationEntry.of(
                "/partners",
                "partner.navigation",
                40,
                Set.of(Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.DESIGNER, Role.OPERATOR));
    }

    @Bean
    NavigationEntry ownCompanyEntry() {
        return NavigationEntry.of("/partner", "partner.own.navigation", 80, Set.of(Role.PARTNER_ADMIN));
    }

    /** A partner's locations, on its record and on its own page; what is none is shown to whoever may add one. */
    @Bean
    PartnerCard locationsCard(PartnerLocations locations) {
        return new PartnerCard(
                "partner/_locations :: card",
                60,
                Set.of(Role.PARTNER_ADMIN, Role.MANAGER, Role.DIRECTOR, Role.OPERATOR),
                (reader, partner) -> {
                    var known = locations.of(partner.id());
                    var mayKeep = locations.mayKeep(reader, partner.id());
                    return known.isEmpty() && !mayKeep
                            ? Optional.empty()
                            : Optional.of(new Locations(
                                    known,
                                    reader.isPartner()
                                            ? "/partner/locations"
                                            : "/partners/" + partner.id() + "/locations",
                                    mayKeep));
                });
    }

    /** What the card shows. */
    record Locations(List<LocationView> known, String base, boolean mayKeep) {}

    @Bean
    HomeCard myManagerCard(PartnerProfiles profiles) {
        return new HomeCard(
                "partner/home :: manager",
                30,
                Role.PARTNER,
                actor -> profiles.managerOf(actor).orElse(null));
    }
}
