package io.handsel.security;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords with Argon2id. Hashing takes tens of megabytes on purpose, so only a few run at a time:
 * a flood of sign-ins waits instead of exhausting the memory.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SHORTEST = 12;

    /** Longer ones add nothing but work. */
    private static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore places;
    private final String nobodysHash;

    Passwords(SecuritySettings settings) {
        argon2 = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, 1, settings.argon2MemoryInKib(), settings.argon2Iterations());
        places = new Semaphore(settings.hashesAtOnce());
        nobodysHash = hash("nobody's password");
    }

    String hash(String password) {
        return atOnce(() -> encoded(password));
    }

    /** Takes the same time whether there is a hash to compare with or not, so that names cannot be guessed by the clock. */
    boolean match(String password, Optional<String> hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        return atOnce(() -> argon2.matches(password, hash.orElse(nobodysHash))) && hash.isPresent();
    }

    /** Why this password may not be used by a person of this name and address; empty where it may. */
    static Optional<PasswordChange> judge(String wanted, String signInName, String email) {
        if (wanted.length() < SHORTEST) {
            return Optional.of(PasswordChange.TOO_SHORT);
        }
        if (wanted.length() > LONGEST) {
            return Optional.of(PasswordChange.TOO_LONG);
        }
        var plain = wanted.toLowerCase(Locale.ROOT);
        return names(plain, signInName) || names(plain, email)
                ? Optional.of(PasswordChange.NAMES_THE_PERSON)
                : Optional.empty();
    }

    private static boolean names(String plain, String name) {
        return !name.isBlank() && plain.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    private String encoded(String password) {
        var hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash was made");
        }
        return hash;
    }

    private <T> T atOnce(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
