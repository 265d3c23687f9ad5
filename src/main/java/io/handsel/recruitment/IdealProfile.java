package io.handsel.recruitment;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.recruitment.CandidateFit.Criterion;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How well candidates fit: the tables {@code ideal-profile} and {@code profile-bounds}, Programme guide §2. */
@Component
class IdealProfile {

    static final DecisionKey PROFILE = DecisionKey.of("ideal-profile");
    static final DecisionKey BOUNDS = DecisionKey.of("profile-bounds");

    private static final int BEST = 100;

    private final Decisions decisions;

    IdealProfile(Decisions decisions) {
        this.decisions = decisions;
    }

    CandidateFit of(@Nullable Campaign campaign, CheckedCandidate candidate) {
        return reading().of(campaign, candidate);
    }

    /** For many candidates in a row: what is alike to the tables is asked once. */
    Reading reading() {
        return new Reading();
    }

    final class Reading {

        private final Map<Traits, CandidateFit> known = new HashMap<>();

        CandidateFit of(@Nullable Campaign campaign, CheckedCandidate candidate) {
            return known.computeIfAbsent(Traits.of(campaign, candidate), IdealProfile.this::ask);
        }
    }

    private CandidateFit ask(Traits traits) {
        var found = decisions.all(PROFILE, traits.facts()).stream()
                .map(row -> new Criterion(row.text("criterion"), Math.toIntExact(row.integer("points"))))
                .toList();
        var score = Math.max(
                0, Math.min(BEST, found.stream().mapToInt(Criterion::points).sum()));
        var advice = decisions.one(BOUNDS, Facts.of("score", score)).choice("advice", CandidateAdvice.class);
        var criteria =
                found.stream().map(each -> each.name() + ":" + each.points()).collect(Collectors.joining(" "));
        return new CandidateFit(score, advice, criteria);
    }

    /** What the tables are asked by. */
    private record Traits(boolean inMarket, boolean inSegment, boolean reachable, CandidateTraits known) {

        static Traits of(@Nullable Campaign campaign, CheckedCandidate candidate) {
            return new Traits(
                    campaign != null && campaign.recruitsIn(candidate.country()),
                    campaign != null && campaign.wants(candidate.traits().segment()),
                    candidate.email() != null,
                    candidate.traits());
        }

        Facts facts() {
            return Facts.of("inMarket", inMarket)
                    .and("inSegment", inSegment)
                    .and("employees", known.employees())
                    .and("technicians", known.technicians())
                    .and("services", known.services())
                    .and("complementary", known.complementary())
                    .and("rival", known.rival())
                    .and("reachable", reachable);
        }
    }
}
