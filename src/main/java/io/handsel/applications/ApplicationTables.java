package io.handsel.applications;

import io.handsel.engine.Decision;
import io.handsel.engine.DecisionKey;
import io.handsel.engine.Decisions;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerTier;
import io.handsel.partner.ServiceLevels;
import org.springframework.stereotype.Component;

/** The numbers of applications, from the tables in {@code processes/applications}. */
@Component
class ApplicationTables {

    static final DecisionKey RULES = DecisionKey.of("vetting-rules");
    static final DecisionKey AGAIN = DecisionKey.of("apply-again");
    static final DecisionKey DOMAIN = DecisionKey.of("domain-policy");

    private final Decisions decisions;
    private final ServiceLevels levels;

    ApplicationTables(Decisions decisions, ServiceLevels levels) {
        this.decisions = decisions;
        this.levels = levels;
    }

    VettingRules vetting(PartnerApplication application) {
        return VettingRules.of(rules(application));
    }

    /** The tier a new partner begins in. */
    PartnerTier firstTier(PartnerApplication application) {
        return PartnerTier.of(rules(application).text("firstTier"));
    }

    private Decision rules(PartnerApplication application) {
        return decisions.one(
                RULES,
                Facts.of("partnerType", application.applicant().partnerType())
                        .and("size", application.applicant().companySize())
                        .and("country", application.applicant().country().code())
                        .and("serviceLevel", serviceLevel(application)));
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

    /** The service level a new partner runs under. */
    String serviceLevel(PartnerApplication application) {
        var applicant = application.applicant();
        return levels.given(applicant.products(), applicant.country(), applicant.serviceLevel());
    }
}
