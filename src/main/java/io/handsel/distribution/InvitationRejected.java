package io.handsel.distribution;

/** A reseller has said no to an invitation. */
public record InvitationRejected(LinkId link) {}
