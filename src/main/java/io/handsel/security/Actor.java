package io.handsel.security;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts: the signed-in person, as the business sees them.
 *
 * @param name how to address the person
 * @param organisation the partner company; null for the vendor's own people
 */
public record Actor(
        PersonId person,
        String name,
        Set<Role> roles,
        @Nullable OrganisationId organisation,
        Locale locale,
        ZoneId zone) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isPartner() {
        return organisation != null;
    }

    /** The partner company this person works for; empty for the vendor's own people. */
    public Optional<OrganisationId> partner() {
        return Optional.ofNullable(organisation);
    }
}
