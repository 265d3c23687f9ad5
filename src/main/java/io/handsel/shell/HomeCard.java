package io.handsel.shell;

import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of the home page that a module contributes as a bean: a fragment, and what it shows to this person. The
 * fragment finds that as {@code content}.
 *
 * @param fragment template and fragment: {@code deals/home :: mine}
 * @param order smaller stands higher; below 0 stands beside the large buttons, above all cards
 * @param roles who sees the card
 * @param content what the fragment shows, made when the page is
 */
public record HomeCard(String fragment, int order, Set<Role> roles, Function<Actor, ?> content) {

    public HomeCard {
        roles = Set.copyOf(roles);
    }
}
