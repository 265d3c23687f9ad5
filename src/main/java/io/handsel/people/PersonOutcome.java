package io.handsel.people;

import io.handsel.security.PersonView;

/** What became of the wish to invite somebody or to change something about them. */
public sealed interface PersonOutcome {

    record Done(PersonView person) implements PersonOutcome {}

    record Refused(PersonRefusal reason) implements PersonOutcome {}
}
