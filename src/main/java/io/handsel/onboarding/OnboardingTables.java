package io.handsel.onboarding;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerView;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The tracks and the numbers of onboarding, from the tables in {@code processes/onboarding}. */
@Component
class OnboardingTables {

    static final DecisionKey TRACK = DecisionKey.of("onboarding-track");
    static final DecisionKey TIME = DecisionKey.of("onboarding-time");

    private final Decisions decisions;

    OnboardingTables(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The steps of such a partner in their order. */
    List<TrackStep> track(PartnerView partner) {
        return decisions.all(TRACK, facts(partner)).stream()
                .map(TrackStep::of)
                .sorted(Comparator.comparingInt(TrackStep::place))
                .toList();
    }

    TimeBox timeBox(PartnerView partner) {
        return TimeBox.of(decisions.one(TIME, facts(partner)));
    }

    private static Facts facts(PartnerView partner) {
        return Facts.of("type", partner.type().name())
                .and("tier", partner.tier().name())
                .and("region", partner.region())
                .and("serviceLevel", partner.serviceLevel());
    }
}
