package io.handsel.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits no longer.
 *
 * @param completedBy who did it; null if the process went another way
 */
public record EndedTask(String id, @Nullable String completedBy, Instant at) {}
