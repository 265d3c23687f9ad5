package io.handsel.distribution;

import java.time.Instant;

/** When an invitation is brought to mind, and when it is over. */
public record InvitationPlan(Instant reminder, Instant expires) {}
