package io.handsel.shell;

import io.handsel.security.Actor;
import java.util.Optional;

/**
 * A condition under which people of a partner do not get the page they ask for: they have not signed yet, or have not
 * come that far. A module contributes it as a bean. Gates are asked in their order before each page that is not open to
 * everybody; the first that answers decides. The vendor's people pass without being asked.
 */
public interface PortalGate {

    /**
     * Where somebody is led instead; empty where they may go on. The page it names must pass the gate itself.
     *
     * @param actor somebody who works for a partner
     * @param path what they ask for, within the application: {@code /deals/new}
     */
    Optional<String> detour(Actor actor, String path);
}
