package io.handsel.onboarding;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Onboardings to look at: the partner its own, the vendor's people all of them. */
@Service
@Transactional(readOnly = true)
public class OnboardingOverview {

    private final Onboardings onboardings;
    private final Partners partners;

    OnboardingOverview(Onboardings onboardings, Partners partners) {
        this.onboardings = onboardings;
        this.partners = partners;
    }

    /** An onboarding with its partner. */
    public record Track(OnboardingView onboarding, PartnerView partner) {}

    /** The own company's onboarding; empty where it never had one. */
    public Optional<Track> own(Actor actor) {
        return actor.partner().map(PartnerId::of).flatMap(this::ofPartner);
    }

    public Optional<Track> ofPartner(PartnerId partner) {
        return onboardings.findByPartner(partner).map(this::track);
    }

    public Optional<Track> find(OnboardingId id) {
        return onboardings.findById(id).map(this::track);
    }

    /** Whoever is on the way, whose time is over first. */
    public List<Track> running() {
        var running = onboardings.findByStatusOrderByDueAt(OnboardingStatus.RUNNING);
        var known = partners.among(running.stream().map(Onboarding::partner).toList());
        return running.stream()
                .map(onboarding -> new Track(onboarding.view(), known.get(onboarding.partner())))
                .toList();
    }

    /** The part of the portal this address is in, where it waits for a step the company has not done yet. */
    public Optional<PortalPart> closedPart(Actor actor, String path) {
        return PortalPart.ofPath(path)
                .filter(part -> actor.partner()
                        .map(PartnerId::of)
                        .filter(partner -> onboardings.isClosed(partner, part))
                        .isPresent());
    }

    private Track track(Onboarding onboarding) {
        return new Track(onboarding.view(), partners.get(onboarding.partner()));
    }
}
