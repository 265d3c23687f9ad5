package io.handsel.security;

import java.util.Optional;

/** Tells who acts in the present request. Controllers ask it; services are told by their caller. */
public interface CurrentActor {

    Optional<Actor> find();

    /** @throws IllegalStateException where nobody is signed in, which the route's rule should have prevented */
    default Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }
}
