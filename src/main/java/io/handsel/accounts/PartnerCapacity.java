package io.handsel.accounts;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerTier;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How much a partner may have and ask: the table {@code capacity}, Programme guide §5.4 and §5.5. */
@Component
class PartnerCapacity {

    static final DecisionKey TABLE = DecisionKey.of("capacity");

    private final Decisions decisions;

    PartnerCapacity(Decisions decisions) {
        this.decisions = decisions;
    }

    Limits of(PartnerTier tier, String program) {
        var row = decisions.one(TABLE, Facts.of("tier", tier.name()).and("program", program));
        return new Limits(
                row.integer("maximumOpenClaims"),
                row.integer("reservationDays"),
                row.days("pauseDays"),
                row.integer("questionsPerHour"),
                row.integer("questionsPerDay"),
                row.integer("partnerQuestionsPerHour"),
                row.integer("partnerQuestionsPerDay"));
    }

    /**
     * @param pause how long an account cannot be reserved again after a reservation of it has lapsed
     * @param questionsPerHour of one person
     */
    record Limits(
            long maximumOpenClaims,
            long reservationDays,
            Duration pause,
            long questionsPerHour,
            long questionsPerDay,
            long partnerQuestionsPerHour,
            long partnerQuestionsPerDay) {}
}
