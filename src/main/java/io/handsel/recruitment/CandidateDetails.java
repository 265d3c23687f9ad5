package io.handsel.recruitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as its own page shows it.
 *
 * @param campaignName null where it belongs to none
 * @param mergedInto the candidate it has been found to be
 */
public record CandidateDetails(
        CandidateId id,
        @Nullable CampaignId campaign,
        @Nullable String campaignName,
        NewCandidate known,
        CandidateSource source,
        CandidateState state,
        OutreachState outreach,
        CandidateFit fit,
        Instant addedAt,
        @Nullable Instant activatedAt,
        @Nullable CandidateId mergedInto) {

    /** Whether mails may be asked for, as far as the candidate goes. */
    public boolean mayBeWrittenTo() {
        return mergedInto == null
                && campaign != null
                && known.email() != null
                && (state == CandidateState.IDENTIFIED || state == CandidateState.CONTACTED)
                && (outreach == OutreachState.NONE || outreach == OutreachState.STOPPED);
    }
}
