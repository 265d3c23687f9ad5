package io.handsel.recruitment;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.recruitment.CandidateFit.Criterion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
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
        return ask(Traits.of(campaign, candidate));
    }

    /** For many candidates in a row: what is alike to the tables is asked once. */
    Reading reading() {
        return new Reading(decisions.bounds(PROFILE, "employees"), decisions.bounds(PROFILE, "technicians"));
    }

    final class Reading {

        private final Map<List<Object>, CandidateFit> known = new HashMap<>();
        private final Optional<NavigableSet<BigDecimal>> employees;
        private final Optional<NavigableSet<BigDecimal>> technicians;

        private Reading(Optional<NavigableSet<BigDecimal>> employees, Optional<NavigableSet<BigDecimal>> technicians) {
            this.employees = employees;
            this.technicians = technicians;
        }

        CandidateFit of(@Nullable Campaign campaign, CheckedCandidate candidate) {
            var traits = Traits.of(campaign, candidate);
            return known.computeIfAbsent(alike(traits), likeness -> ask(traits));
        }

        /** Two candidates with the same likeness are the same to the tables. */
        private List<Object> alike(Traits traits) {
            var company = traits.known();
            return Arrays.asList(
                    traits.inMarket(),
                    traits.inSegment(),
                    traits.reachable(),
                    place(company.employees(), employees),
                    place(company.technicians(), technicians),
                    company.services(),
                    company.complementary(),
                    company.rival());
        }

        /** Between which bounds a number lies, or on which; the number itself where the table does not say. */
        private static @Nullable Object place(@Nullable Integer number, Optional<NavigableSet<BigDecimal>> bounds) {
            if (number == null || bounds.isEmpty()) {
                return number;
            }
            var exact = BigDecimal.valueOf(number);
            return bounds.get().headSet(exact, false).size() + (bounds.get().contains(exact) ? " on" : " behind");
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
