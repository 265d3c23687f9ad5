package io.handsel.disputes;

import java.time.Instant;

/** A piece of evidence as the other side sees it: that there is one, since which day, and what it weighs. */
public record EvidenceOutline(EvidenceKind kind, Instant putAt, int weight) {}
