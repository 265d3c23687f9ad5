package io.handsel.deals;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the sale goes; components like the fields of {@code update-deal.form}. What is null stays as it is. */
public record UpdateDeal(
        DealStage stage,
        String nextStep,
        @Nullable LocalDate expectedClose,
        @Nullable String contactName,
        @Nullable String contactEmail) {}
