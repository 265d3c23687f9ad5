package io.handsel.security;

import io.handsel.kernel.EmailAddress;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be able to sign in.
 *
 * @param signInName what they type to sign in; unique, compared without regard to case
 * @param organisation the partner company; null for the vendor's own people
 * @param location the only location of the company whose matters are theirs; null where all of the company's are
 * @param password as typed; null for a person who cannot sign in by password yet
 */
public record NewPerson(
        String signInName,
        String name,
        EmailAddress email,
        Set<Role> roles,
        @Nullable OrganisationId organisation,
        @Nullable LocationId location,
        Locale locale,
        ZoneId zone,
        @Nullable String telephone,
        @Nullable String photo,
        @Nullable String password) {

    public NewPerson {
        roles = Set.copyOf(roles);
    }

    /** One of the vendor's own people, in English and UTC until told otherwise. */
    public static NewPerson ofVendor(String signInName, String name, EmailAddress email, Role... roles) {
        return new NewPerson(
                signInName, name, email, Set.of(roles), null, null, Locale.ENGLISH, ZoneId.of("UTC"), null, null, null);
    }

    /** Somebody who works for a partner, in English and UTC until told otherwise. */
    public static NewPerson ofPartner(
            OrganisationId organisation, String signInName, String name, EmailAddress email, Role... roles) {
        return new NewPerson(
                signInName,
                name,
                email,
                Set.of(roles),
                organisation,
                null,
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                null,
                null,
                null);
    }

    public NewPerson workingFor(@Nullable OrganisationId organisation) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson limitedTo(@Nullable LocationId location) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson speaking(Locale locale) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson in(ZoneId zone) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson reachedAt(@Nullable String telephone) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson withPhoto(@Nullable String photo) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    public NewPerson withPassword(String password) {
        return new NewPerson(
                signInName, name, email, roles, organisation, location, locale, zone, telephone, photo, password);
    }

    /** Without the password, which belongs in no log. */
    @Override
    public String toString() {
        return "NewPerson[" + signInName + ", " + roles + "]";
    }
}
