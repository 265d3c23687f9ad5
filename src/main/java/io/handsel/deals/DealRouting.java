package io.handsel.deals;

import io.handsel.accounts.AccountCheck;
import io.handsel.accounts.AccountVerdict;
import io.handsel.accounts.Designation;
import io.handsel.deals.RoutingFacts.Overlap;
import io.handsel.engine.AdditionalAnswers;
import io.handsel.engine.Facts;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import org.springframework.stereotype.Component;

/** Gathers what the tables read before they say who decides. */
@Component
class DealRouting {

    private final DealTables tables;
    private final DealTerritories territories;
    private final AccountCheck accounts;
    private final Partners partners;

    DealRouting(DealTables tables, DealTerritories territories, AccountCheck accounts, Partners partners) {
        this.tables = tables;
        this.territories = territories;
        this.accounts = accounts;
        this.partners = partners;
    }

    RoutingFacts of(PartnerId id, String program, SubjectOfReview subject, DealContent content) {
        var partner = partners.get(id);
        var account = accounts.inspect(id, content.question(), content.scope(program));
        var overlap = switch (account.verdict()) {
            case RESERVED -> Overlap.RESERVED;
            case NEEDS_REVIEW, UNCLEAR -> Overlap.NEEDS_REVIEW;
            default -> Overlap.NONE;
        };
        return new RoutingFacts(
                program,
                subject,
                // A designation cuts no claim short: what the partner has already it may register.
                account.verdict() == AccountVerdict.YOURS ? Designation.OPEN : account.designation(),
                overlap,
                territories.isCovered(partner, program, content),
                tables.inEuros(content.value()),
                partner.tier().name(),
                partner.serviceLevel(),
                String.join(",", content.productLines()),
                content.evidences().size(),
                content.rfp(),
                AdditionalAnswers.added(Facts.none(), content.additional()));
    }
}
