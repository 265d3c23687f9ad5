package io.handsel.distribution;

/** A reseller has accepted an invitation. */
public record InvitationAccepted(LinkId link) {}
