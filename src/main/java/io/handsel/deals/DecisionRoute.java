package io.handsel.deals;

/** Who decides a registration, as the table {@code deal-approval} answers. Each is a message, {@code deals.route.<name>}. */
public enum DecisionRoute {
    AUTOMATIC,
    MANAGER,
    MANAGER_THEN_DIRECTOR,
    DIRECTOR_AND_FINANCE,
    REJECT
}
