package io.handsel.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The signed-in person as somebody who acts. */
@Component
class SecurityContextActor implements CurrentActor {

    private final CurrentPerson person;

    SecurityContextActor(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public Optional<Actor> find() {
        return person.find().map(PersonView::actor);
    }
}
