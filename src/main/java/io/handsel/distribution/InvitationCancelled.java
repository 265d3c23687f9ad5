package io.handsel.distribution;

/** An invitation is taken back before it was answered. */
public record InvitationCancelled(LinkId link) {}
