package io.handsel.deals;

import io.handsel.accounts.Designation;
import io.handsel.engine.Facts;

/** What the tables {@code deal-approval} and {@code service-level} read, for a registration or for a change of it. */
public record RoutingFacts(
        String program,
        SubjectOfReview subjectOfReview,
        Designation designation,
        Overlap overlap,
        boolean inTerritory,
        long valueInEuros,
        String tier,
        String serviceLevel,
        String products,
        long evidence,
        boolean requestForProposals,
        Facts answers) {

    /** How other partners' claims on the account stand to the one asked for. */
    public enum Overlap {
        NONE,
        RESERVED,
        NEEDS_REVIEW
    }

    /** By the names the tables use; additional answers as {@code answers.<field>}. */
    public Facts asFacts() {
        return Facts.of("program", program)
                .and("subjectOfReview", subjectOfReview)
                .and("designation", designation)
                .and("overlap", overlap)
                .and("inTerritory", inTerritory)
                .and("valueInEuros", valueInEuros)
                .and("tier", tier)
                .and("serviceLevel", serviceLevel)
                .and("products", products)
                .and("evidence", evidence)
                .and("requestForProposals", requestForProposals)
                .and(answers);
    }
}
