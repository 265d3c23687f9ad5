package io.handsel.distribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a distributor's links.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record ResellerPage(
        List<ResellerRow> links, @Nullable String next) {

    public ResellerPage {
        links = List.copyOf(links);
    }
}
