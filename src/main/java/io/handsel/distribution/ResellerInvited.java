package io.handsel.distribution;

/** A distributor has invited somebody; the invitation runs from here. */
public record ResellerInvited(LinkId link) {}
