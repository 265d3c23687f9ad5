package io.handsel.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and passwords to show on the sign-in page. Only the demonstration has any. */
@FunctionalInterface
public interface SignInHints {

    List<Hint> hints();

    /**
     * One person to try.
     *
     * @param role what they are; the page says so in the reader's language
     * @param location the only location whose matters are theirs; null where that is all of the company
     */
    record Hint(
            String signInName,
            String password,
            Role role,
            @Nullable String location) {}
}
