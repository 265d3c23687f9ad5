package io.handsel.deals;

/** The deal a customer's choice is filed for, as the page heads it. */
public record ChoiceSheet(DealId deal, String number, String customer) {}
