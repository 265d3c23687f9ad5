package io.handsel.disputes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some disputes of a list.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record DisputeListPage(
        List<DisputeSummary> disputes, @Nullable String next) {

    public DisputeListPage {
        disputes = List.copyOf(disputes);
    }
}
