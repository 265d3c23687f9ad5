package io.handsel.applications;

import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** The numbers of applications, from the tables in {@code processes/applications}. */
@Component
class ApplicationTables {

    static final DecisionKey RULES = DecisionKey.of("vetting-rules");
    static final DecisionKey AGAIN = DecisionKey.of("apply-again");
    static final DecisionKey DOMAIN = DecisionKey.of("domain-policy");
    static final DecisionKey POLICY = DecisionKey.of("service-level-policy");

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

    /** What is to be made of what is known of a domain. */
    DomainStanding domain(Facts known) {
        var row = decisions.one(DOMAIN, known);
        return new DomainStanding(row.choice("effect", DomainStanding.Effect.class), row.text("cause"));
    }

    /**
     * The service-level policy a new partner runs under: of what the table says for each of its products the one it
     * ranks highest.
     */
    String serviceLevel(PartnerApplication application) {
        return application.products().stream()
                .map(product -> decisions.one(
                        POLICY,
                        Facts.of("product", product)
                                .and("country", application.country().code())
                                .and("wanted", application.serviceLevel())))
                .max(Comparator.comparingLong(row -> row.integer("rank")))
                .map(row -> row.text("policy"))
                .orElseThrow();
    }
}
