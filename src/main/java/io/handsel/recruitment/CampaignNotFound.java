package io.handsel.recruitment;

import io.handsel.shell.NotFound;

/** There is no such campaign. */
public final class CampaignNotFound extends NotFound {

    private CampaignNotFound(String message) {
        super(message);
    }

    public static CampaignNotFound of(CampaignId id) {
        return new CampaignNotFound("There is no campaign " + id);
    }
}
