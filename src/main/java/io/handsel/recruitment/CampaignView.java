package io.handsel.recruitment;

import io.handsel.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its pages show it.
 *
 * @param ownerName who answers for it
 * @param answered how many questions of the brief have an answer
 * @param questions how many there are
 */
public record CampaignView(
        CampaignId id,
        CampaignState state,
        CampaignPlan plan,
        String ownerName,
        CampaignBrief brief,
        int answered,
        int questions,
        Money spent,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public boolean isComplete() {
        return answered == questions;
    }
}
