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
 * @param location the only location of the company whose matters are theirs; null where all of the company's are
 */
public record Actor(
        PersonId person,
        String name,
        Set<Role> roles,
        @Nullable OrganisationId organisation,
        @Nullable LocationId location,
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

    /** The same person with these roles. */
    public Actor with(Set<Role> others) {
        return new Actor(person, name, others, organisation, location, locale, zone);
    }

    /** Whether they act for the whole company, and not for one of its locations only. */
    public boolean isOfAllLocations() {
        return location == null;
    }

    /** The partner company this person works for; empty for the vendor's own people. */
    public Optional<OrganisationId> partner() {
        return Optional.ofNullable(organisation);
    }
}
