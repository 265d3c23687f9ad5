package io.handsel.security;

import io.handsel.kernel.ContentHash;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that is part of an address. It is shown once, to whom it is meant for; what is kept is its hash. */
public record OneTimeToken(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static OneTimeToken create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String hash() {
        return ContentHash.of(text).hex();
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "OneTimeToken[]";
    }
}
