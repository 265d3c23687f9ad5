package io.handsel.recruitment;

/** A campaign in a line. */
public record CampaignHeading(CampaignId id, String name, CampaignState state) {}
