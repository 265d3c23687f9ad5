package io.handsel.onboarding.web;

import io.handsel.onboarding.OnboardingOverview;
import io.handsel.onboarding.OnboardingOverview.Track;
import io.handsel.partner.PartnerCard;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.shell.HomeCard;
import io.handsel.shell.NavigationEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What onboarding adds to the navigation, to a new partner's home page, and to the record of a partner. */
@Configuration(proxyBeanMethods = false)
class OnboardingContributions {

    private static final int FIRST = -100;
    private static final Set<Role> LOOKERS = Set.of(Role.MANAGER, Role.DIRECTOR, Role.OPERATOR);

    /**
     * What the record of a partner shows.
     *
     * @param track null where it has not begun
     * @param people who could be asked to sign
     */
    record OnRecord(PartnerView partner, @Nullable Track track, boolean mayBegin, List<PersonView> people) {}

    @Bean
    NavigationEntry onboardingNavigation() {
        return NavigationEntry.of("/onboarding/partners", "onboarding.navigation", 41, LOOKERS);
    }

    /** A new partner's own way, above everything else. */
    @Bean
    HomeCard onboardingFirst(OnboardingOverview overview) {
        return new HomeCard(
                "onboarding/_home :: first",
                FIRST,
                Role.PARTNER,
                actor -> overview.own(actor)
                        .filter(track -> track.onboarding().isRunning())
                        .orElse(null));
    }

    @Bean
    PartnerCard onboardingOnRecord(OnboardingOverview overview, Partners partners, People people) {
        return new PartnerCard(
                "onboarding/_record :: card",
                10,
                LOOKERS,
                (actor, partner) -> onRecord(actor, partner, overview, partners, people));
    }

    private static Optional<OnRecord> onRecord(
            Actor actor, PartnerView partner, OnboardingOverview overview, Partners partners, People people) {
        var track = overview.ofPartner(partner.id());
        var isNew = partner.standing() == PartnerStanding.ONBOARDING;
        if (track.isEmpty() && !isNew) {
            return Optional.empty();
        }
        return Optional.of(new OnRecord(
                partner,
                track.orElse(null),
                track.isEmpty() && partners.mayLookAfter(actor, partner.id()),
                people.ofOrganisation(partner.id().organisation()).stream()
                        .filter(person -> person.active() && person.location() == null)
                        .toList()));
    }
}
