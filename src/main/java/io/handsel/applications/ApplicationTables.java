package io.handsel.applications;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import org.springframework.stereotype.Component;

/** The numbers of applications, from the tables in {@code processes/applications}. */
@Component
class ApplicationTables {

    static final DecisionKey RULES = DecisionKey.of("vetting-rules");
    static final DecisionKey AGAIN = DecisionKey.of("apply-again");

    private final Decisions decisions;

    ApplicationTables(Decisions decisions) {
        this.decisions = decisions;
    }

    VettingRules vetting(PartnerApplication application) {
        return VettingRules.of(decisions.one(
                RULES,
                Facts.of("partnerType", application.partnerType())
                        .and("size", application.companySize())
                        .and("country", application.country().code())));
    }

    /** After how many days somebody who was rejected for this may apply again. */
    int daysUntilAgain(RejectionGround ground) {
        return Math.toIntExact(
                decisions.one(AGAIN, Facts.of("rejection", ground)).integer("days"));
    }
}
