package io.handsel.recruitment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a recruitment campaign. */
@Embeddable
public record CampaignId(UUID id) implements Serializable {

    public static CampaignId create() {
        return new CampaignId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static CampaignId parse(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
