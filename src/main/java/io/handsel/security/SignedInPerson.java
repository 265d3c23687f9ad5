package io.handsel.security;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who is signed in, as the person is now. Lives for one request; the session keeps the person's id only. */
class SignedInPerson extends AbstractAuthenticationToken {

    private final transient PersonView person;
    private final int epoch;

    SignedInPerson(PersonView person, int epoch) {
        super(person.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .collect(Collectors.toSet()));
        this.person = person;
        this.epoch = epoch;
        setAuthenticated(true);
    }

    PersonView person() {
        return person;
    }

    /** The time of passwords in which this sign-in happened; a changed password begins the next. */
    int epoch() {
        return epoch;
    }

    @Override
    public PersonId getPrincipal() {
        return person.id();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return person.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInPerson that && person.equals(that.person) && epoch == that.epoch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, epoch);
    }
}
