package io.handsel.security;

import java.time.Instant;

/** What a link is still good for. */
public sealed interface PasswordLinkState {

    /** It lets this person choose a password. */
    record Open(PersonView person, Instant until) implements PasswordLinkState {}

    record Closed(PasswordLinkProblem problem) implements PasswordLinkState {}
}
