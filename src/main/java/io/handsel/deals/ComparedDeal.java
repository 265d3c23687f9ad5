package io.handsel.deals;

import io.handsel.kernel.Money;
import io.handsel.partner.PartnerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several registrations that want the same customer, as a column beside the others; never shown to a partner.
 *
 * @param since when it was submitted; who came first is proven by the receipt
 * @param complete whether nothing has been asked for that is still missing
 * @param files how many files show that the deal is real
 * @param account the name of the account it claims
 * @param exclusive whether it shuts the others out already
 * @param effects what becomes of each of the others when this one is approved
 */
public record ComparedDeal(
        DealId id,
        String number,
        PartnerView partner,
        long openDeals,
        long wonDeals,
        Instant since,
        String receipt,
        DealStatus status,
        boolean complete,
        List<String> evidence,
        int files,
        String customer,
        String account,
        List<String> products,
        @Nullable String territory,
        boolean inTerritory,
        Money value,
        boolean exclusive,
        List<Effect> effects) {

    /** What becomes of another registration; each is a message, {@code deals.compare.effect.<name>}. */
    public enum Outcome {
        /** The other holds the customer exclusively: this one cannot be approved before the other has been decided. */
        WAITS_FOR_IT,
        /** The other can no longer be approved. */
        SHUTS_IT_OUT,
        /** The other can still be approved for what lies outside. */
        LEAVES_IT_OPEN
    }

    public record Effect(String number, Outcome outcome) {}

    public ComparedDeal {
        evidence = List.copyOf(evidence);
        products = List.copyOf(products);
        effects = List.copyOf(effects);
    }
}
