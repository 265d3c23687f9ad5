package io.handsel.partner;

import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A part of the page of a partner, the vendor's or the partner's own, that a module contributes as a bean: a fragment,
 * and what it shows of this partner to this person. The fragment finds that as {@code content}; where there is nothing
 * to show it is left out.
 *
 * @param fragment template and fragment: {@code onboarding/_record :: card}
 * @param order smaller stands higher
 * @param roles who sees it: partners on their own page
 */
public record PartnerCard(
        String fragment, int order, Set<Role> roles, BiFunction<Actor, PartnerView, Optional<?>> content) {

    public PartnerCard {
        roles = Set.copyOf(roles);
    }
}
