package io.handsel.forms;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody typed before. */
public record FormDraft(Map<String, @Nullable Object> answers, long version, Instant savedAt) {}
