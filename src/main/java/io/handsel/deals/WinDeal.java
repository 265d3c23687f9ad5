package io.handsel.deals;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The order that won the deal; components like the fields of {@code close-won.form}. */
public record WinDeal(String orderReference, LocalDate orderedOn, BigDecimal amount, String currency) {}
