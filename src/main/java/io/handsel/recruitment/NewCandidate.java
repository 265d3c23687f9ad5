package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;

/**
 * A company somebody names as a candidate, as it was typed.
 *
 * @param language of mails to it; null where nobody has said
 */
public record NewCandidate(
        String company,
        @Nullable String website,
        String country,
        @Nullable String contact,
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String language,
        CandidateTraits traits) {}
