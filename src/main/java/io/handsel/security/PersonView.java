package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person as others may see them.
 *
 * @param organisation the partner company; null for the vendor's own people
 * @param location the only location of the company whose matters are theirs; null where all of the company's are
 * @param active whether they may sign in; whoever left stays known by name
 * @param photo address of a picture within this site
 * @param singleKeys whether pages listen to single keys for this person
 */
public record PersonView(
        PersonId id,
        String signInName,
        String name,
        EmailAddress email,
        Set<Role> roles,
        @Nullable OrganisationId organisation,
        @Nullable LocationId location,
        Locale locale,
        ZoneId zone,
        boolean active,
        @Nullable String telephone,
        @Nullable String photo,
        boolean singleKeys) {

    public PersonView {
        roles = Set.copyOf(roles);
    }

    /** Whether what belongs to this location of their company is theirs; null is what belongs to the whole of it. */
    public boolean covers(@Nullable LocationId where) {
        return location == null || location.equals(where);
    }

    /** The person as somebody who acts. */
    public Actor actor() {
        return new Actor(id, name, roles, organisation, location, locale, zone);
    }
}
