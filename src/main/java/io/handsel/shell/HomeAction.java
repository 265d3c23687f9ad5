package io.handsel.shell;

import io.handsel.security.Role;
import java.util.Set;

/**
 * One of the few large buttons at the top of the home page, contributed by a module as a bean.
 *
 * @param path the page it leads to
 * @param label key of the text in the message bundles
 * @param order smaller stands further left; the first is the main one
 * @param roles who sees the button
 */
public record HomeAction(String path, String label, int order, Set<Role> roles) {

    public HomeAction {
        roles = Set.copyOf(roles);
    }
}
