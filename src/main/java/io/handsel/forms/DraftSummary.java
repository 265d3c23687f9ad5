package io.handsel.forms;

import java.time.Instant;

/** A form somebody has begun. */
public record DraftSummary(String form, String subject, Instant savedAt) {}
