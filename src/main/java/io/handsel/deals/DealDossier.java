package io.handsel.deals;

import io.handsel.accounts.AccountInspection;
import io.handsel.accounts.ClaimTree;
import io.handsel.audit.AuditEntry;
import io.handsel.partner.PartnerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the vendor's people need to decide about a deal; never shown to a partner.
 *
 * @param territory the name of the customer's territory; null where no row of the table fits, or several do
 * @param tree what is wanted of the customer, and who has what of it
 * @param claims other partners' claims that touch the account
 * @param amended what an amendment that waits would make of the deal
 * @param extensionReason why the partner asks for more time
 * @param openDeals how many deals the partner has open
 * @param wonDeals how many it has won
 * @param lookAlikes other registrations, of any partner, that look like this one
 * @param compared this deal beside others that want the same customer, first come first; empty if there is none
 */
public record DealDossier(
        DealDetails deal,
        PartnerView partner,
        @Nullable String territory,
        boolean inTerritory,
        AccountInspection account,
        ClaimTree tree,
        List<OtherClaim> claims,
        @Nullable RegisterDeal amended,
        @Nullable String extensionReason,
        long openDeals,
        long wonDeals,
        List<LookAlike> lookAlikes,
        List<ComparedDeal> compared,
        List<AuditEntry> history) {

    public DealDossier {
        claims = List.copyOf(claims);
        lookAlikes = List.copyOf(lookAlikes);
        compared = List.copyOf(compared);
        history = List.copyOf(history);
    }

    /** Another partner's claim. */
    public record OtherClaim(String partner, String customer, Instant until) {}
}
