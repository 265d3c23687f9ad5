package io.handsel.shell;

import io.handsel.security.Actor;
import io.handsel.security.Role;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A place to go that a module contributes as a bean. The shell sorts the entries by order and shows each to the roles it
 * is meant for.
 *
 * @param path the page, from the root: {@code /deals}
 * @param label key of the text in the message bundles
 * @param order smaller stands further left; the leftmost entry is where staff land after sign-in
 * @param roles who sees the entry
 * @param concerns whom of these it concerns; asked on every page, so it must be cheap
 * @param count how much waits there for this person, 0 for nothing; asked on every page, so it must be cheap
 */
public record NavigationEntry(
        String path, String label, int order, Set<Role> roles, Predicate<Actor> concerns, ToLongFunction<Actor> count) {

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    public static NavigationEntry of(String path, String label, int order, Set<Role> roles) {
        return new NavigationEntry(path, label, order, roles, anybody -> true, anybody -> 0);
    }

    /** Only for those of its roles whom it concerns. */
    public NavigationEntry concerning(Predicate<Actor> those) {
        return new NavigationEntry(path, label, order, roles, those, count);
    }

    public NavigationEntry counting(ToLongFunction<Actor> waiting) {
        return new NavigationEntry(path, label, order, roles, concerns, waiting);
    }
}
