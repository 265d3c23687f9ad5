package io.handsel.deals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some deals of a list.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record DealListPage(
        List<DealSummary> deals, @Nullable String next) {

    public DealListPage {
        deals = List.copyOf(deals);
    }
}
