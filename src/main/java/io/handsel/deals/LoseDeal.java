package io.handsel.deals;

import org.jspecify.annotations.Nullable;

/** Why the deal is lost; components like the fields of {@code close-lost.form}. */
public record LoseDeal(LossReason reason, @Nullable String remark) {}
