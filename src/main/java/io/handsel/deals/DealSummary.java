package io.handsel.deals;

import io.handsel.kernel.Money;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal as a row of a list. */
public record DealSummary(
        DealId id,
        String number,
        String program,
        String customer,
        DealStatus status,
        Money value,
        LocalDate expectedClose,
        PersonId registrant,
        Instant submittedAt,
        @Nullable DealClock clock,
        @Nullable String ownReference) {}
