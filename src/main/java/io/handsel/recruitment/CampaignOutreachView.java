package io.handsel.recruitment;

import java.time.Instant;

/**
 * Mails that have been asked for to all candidates of a campaign that fit.
 *
 * @param writtenTo candidates so far
 */
public record CampaignOutreachView(Instant askedAt, long writtenTo, boolean done) {}
