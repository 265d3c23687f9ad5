package io.handsel.security;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds who is signed in where Spring Security keeps it. */
@Component
class SecurityContextPerson implements CurrentPerson {

    @Override
    public Optional<PersonView> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInPerson signedIn
                ? Optional.of(signedIn.person())
                : Optional.empty();
    }
}
