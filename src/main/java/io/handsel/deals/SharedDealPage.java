package io.handsel.deals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some registrations that a partner shares.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record SharedDealPage(
        List<SharedDeal> deals, @Nullable String next) {

    public static final SharedDealPage NOTHING = new SharedDealPage(List.of(), null);

    public SharedDealPage {
        deals = List.copyOf(deals);
    }
}
