package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What others may change about a person; the sign-in name and the company stay.
 *
 * @param location the only location of their company whose matters are theirs; null where all of the company's are
 * @param version of the person this change is meant for, as {@link PersonRecord#version} told it
 */
public record PersonChange(
        String name,
        EmailAddress email,
        @Nullable String telephone,
        Set<Role> roles,
        @Nullable LocationId location,
        Locale locale,
        ZoneId zone,
        long version) {

    public PersonChange {
        roles = Set.copyOf(roles);
    }

    public PersonChange limitedTo(@Nullable LocationId where) {
        return new PersonChange(name, email, telephone, roles, where, locale, zone, version);
    }
}
