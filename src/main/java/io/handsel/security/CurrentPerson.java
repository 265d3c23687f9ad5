package io.handsel.security;

import java.util.Optional;

/** Everything known of whoever is signed in, for pages that greet them; it costs no statement of its own. */
public interface CurrentPerson {

    Optional<PersonView> find();
}
