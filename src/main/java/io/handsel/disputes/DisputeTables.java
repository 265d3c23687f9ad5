package io.handsel.disputes;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerId;
import io.handsel.partner.ServiceLevels;
import org.springframework.stereotype.Component;

/** The numbers of disputes, from the tables in {@code processes/disputes}. */
@Component
class DisputeTables {

    static final DecisionKey RULES = DecisionKey.of("dispute-rules");
    static final DecisionKey WEIGHT = DecisionKey.of("evidence-weight");

    private final Decisions decisions;
    private final ServiceLevels levels;

    DisputeTables(Decisions decisions, ServiceLevels levels) {
        this.decisions = decisions;
        this.levels = levels;
    }

    DisputeRules rules(String program, DisputeCause cause, PartnerId challenger) {
        return DisputeRules.of(decisions.one(
                RULES, Facts.of("program", program).and("cause", cause).and("serviceLevel", levels.of(challenger))));
    }

    DisputeRules rules(Dispute dispute) {
        return rules(dispute.program(), dispute.cause(), dispute.challenger().partner());
    }

    int weight(String program, EvidenceFacts facts) {
        return Math.toIntExact(decisions.one(WEIGHT, facts.asFacts(program)).integer("weight"));
    }
}
