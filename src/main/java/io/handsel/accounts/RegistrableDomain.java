package io.handsel.accounts;

import java.util.Optional;

/** The part of a domain somebody has registered, which is what companies are recognised by. */
public final class RegistrableDomain {

    private RegistrableDomain() {}

    /** From a domain, a web address or a mail address; empty for public suffixes and hosts thousands share. */
    public static Optional<String> of(String text) {
        return Identifier.domain(text).map(Identifier::text);
    }
}
