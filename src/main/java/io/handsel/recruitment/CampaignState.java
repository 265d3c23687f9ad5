package io.handsel.recruitment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a campaign stands. Each is a message, {@code recruitment.campaign.state.<name>}. */
public enum CampaignState {
    /** Its brief is being written. */
    DRAFT,
    RUNNING,
    ENDED;

    private static final Map<CampaignState, Set<CampaignState>> NEXT =
            Map.of(DRAFT, EnumSet.of(RUNNING), RUNNING, EnumSet.of(ENDED));

    public boolean mayBecome(CampaignState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
