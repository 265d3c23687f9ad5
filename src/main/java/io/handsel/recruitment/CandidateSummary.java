package io.handsel.recruitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A candidate as a row of the board. */
public record CandidateSummary(
        CandidateId id,
        String company,
        @Nullable String domain,
        String country,
        @Nullable String contact,
        @Nullable String email,
        CandidateSource source,
        CandidateState state,
        OutreachState outreach,
        CandidateFit fit,
        Instant addedAt) {}
