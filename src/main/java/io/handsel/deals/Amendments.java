package io.handsel.deals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.json.JsonMapper;

/** What an amendment would make of a deal, and whether that is small enough to need nobody's consent. */
final class Amendments {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Amendments() {}

    static String written(AmendDeal amendment) {
        return JSON.writeValueAsString(amendment);
    }

    /** @throws IllegalStateException if the deal has no amendment */
    static DealContent contentOf(Deal deal) {
        var written = deal.amendment()
                .orElseThrow(() -> new IllegalStateException("Deal " + deal.id() + " has no amendment"));
        return deal.content().amended(JSON.readValue(written, AmendDeal.class));
    }

    /** Same customer, same products, and a value within so many per cent of the approved one. */
    static boolean isWithinTolerance(DealContent present, DealContent amended, long percent) {
        if (present.hasOtherCustomer(amended)
                || !present.products().equals(amended.products())
                || !present.value().currency().equals(amended.value().currency())) {
            return false;
        }
        var change = amended.value().minus(present.value()).amount().abs();
        return change.multiply(HUNDRED)
                        .divide(present.value().amount(), 4, RoundingMode.UP)
                        .compareTo(BigDecimal.valueOf(percent))
                <= 0;
    }
}
