package io.handsel.partner;

import io.handsel.security.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some partners of a list.
 *
 * @param next the cursor of the page that follows; null on the last one
 */
public record PartnerPage(List<Row> rows, @Nullable String next) {

    public PartnerPage {
        rows = List.copyOf(rows);
    }

    /** One partner in a list. */
    public record Row(
            PartnerId id,
            String name,
            PartnerType type,
            PartnerTier tier,
            String region,
            PartnerStanding standing,
            PersonId manager) {}
}
