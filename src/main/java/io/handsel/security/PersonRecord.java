package io.handsel.security;

import java.time.Instant;

/**
 * A person as those see them who look after people.
 *
 * @param version to be given back with a {@link PersonChange}
 */
public record PersonRecord(PersonView person, PersonState state, long version, Instant since) {}
