package io.handsel.deals;

import io.handsel.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration as far as its partner may let another company read it: nothing of its review, of what others want of
 * the customer, or of what lies beside it.
 *
 * @param protectedUntil null as long as it is not approved, and once it is closed
 */
public record SharedDeal(
        DealId id,
        String number,
        String customer,
        List<String> products,
        DealStatus status,
        Money value,
        LocalDate expectedClose,
        @Nullable Instant protectedUntil) {

    public SharedDeal {
        products = List.copyOf(products);
    }
}
