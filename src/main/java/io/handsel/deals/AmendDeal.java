package io.handsel.deals;

import java.math.BigDecimal;
import java.util.List;

/** What is different from what was approved; components like the fields of {@code amend-deal.form}. */
public record AmendDeal(
        String customer, String website, List<String> products, BigDecimal amount, String currency, String reason) {

    public AmendDeal {
        products = List.copyOf(products);
    }
}
