package io.handsel.security;

import org.jspecify.annotations.Nullable;

/**
 * There is somebody new who can sign in, or will once they have chosen a password.
 *
 * @param organisation the partner company; null for the vendor's own people
 */
public record PersonRegistered(PersonId person, @Nullable OrganisationId organisation) {}
