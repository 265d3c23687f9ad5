package io.handsel.deals;

import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A part of a partner's page of a deal that a module contributes as a bean: a fragment, and what it shows of this deal
 * to this person. The fragment finds that as {@code content}; where there is nothing to show it is left out.
 *
 * @param fragment template and fragment: {@code disputes/_deal :: offer}
 * @param order smaller stands higher
 * @param roles who sees it
 */
public record DealCard(
        String fragment, int order, Set<Role> roles, BiFunction<Actor, DealDetails, Optional<?>> content) {

    public DealCard {
        roles = Set.copyOf(roles);
    }
}
