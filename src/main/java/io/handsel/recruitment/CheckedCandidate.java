package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that may be taken in: what had to be normalised is.
 *
 * @param key what is left of the name to compare it by
 * @param domain the part somebody has registered; null where there is none, or only one that thousands share
 * @param country ISO code
 * @param language of mails to it, {@code de} or {@code en}
 */
record CheckedCandidate(
        String company,
        String key,
        @Nullable String domain,
        String country,
        @Nullable String contact,
        @Nullable EmailAddress email,
        @Nullable String telephone,
        String language,
        CandidateTraits traits) {}
