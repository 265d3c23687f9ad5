package io.handsel.recruitment;

import io.handsel.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who follows the link of an invitation, as far as an application needs to know.
 *
 * @param country ISO code
 */
public record InvitedCandidate(
        CandidateId id,
        String company,
        String country,
        @Nullable EmailAddress email) {}
