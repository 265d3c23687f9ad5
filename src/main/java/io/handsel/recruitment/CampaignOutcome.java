package io.handsel.recruitment;

import org.jspecify.annotations.Nullable;

/** What became of something somebody wanted to do with a campaign. */
public sealed interface CampaignOutcome {

    record Done(CampaignId campaign) implements CampaignOutcome {}

    /**
     * It cannot be done; nothing has changed.
     *
     * @param field the form field the reason is about
     */
    record Refused(RecruitmentRefusal reason, @Nullable String field) implements CampaignOutcome {

        public Refused(RecruitmentRefusal reason) {
            this(reason, null);
        }
    }
}
