package io.handsel.security;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signs people in by name and password. Whether the name is unknown, the person inactive or the password wrong, the
 * answer and the time it takes are the same.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordSignIn.class);

    private final Persons persons;
    private final Passwords passwords;
    private final GuessCounter guesses;
    private final TransactionOperations transaction;

    PasswordSignIn(Persons persons, Passwords passwords, GuessCounter guesses, TransactionOperations transaction) {
        this.persons = persons;
        this.passwords = passwords;
        this.guesses = guesses;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var signInName = Person.spelled(attempt.getName());
        var address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!guesses.allows(signInName, address)) {
            LOG.warn("SEC-010 Too many wrong passwords for one name or from one address; it has to wait");
            throw new LockedException("Too many guesses");
        }
        // The hash is compared outside a transaction: it takes long, and connections are few.
        var known = transaction.execute(status -> persons.findBySignInName(signInName)
                .filter(Person::mayBeSignedIn)
                .map(PasswordSignIn::known));
        if (!passwords.match(String.valueOf(attempt.getCredentials()), known.flatMap(Known::hash))) {
            throw new BadCredentialsException("Wrong name or password");
        }
        guesses.forgive(signInName, address);
        LOG.info("SEC-001 Person {} signed in", known.orElseThrow().person().getPrincipal());
        return known.orElseThrow().person();
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static Known known(Person person) {
        return new Known(person.passwordHash(), new SignedInPerson(person.view(), person.epoch()));
    }

    private record Known(Optional<String> hash, SignedInPerson person) {}
}
