package io.handsel.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine, {@code handsel.engine.*}.
 *
 * @param jobs whether this node runs timers and continuations; off in tests, and on nodes that only serve pages
 * @param jobLock how long a job is a node's own; a node that died has held its jobs up for this long
 */
@ConfigurationProperties("handsel.engine")
record EngineSettings(
        @DefaultValue("true") boolean jobs,
        @DefaultValue("PT45S") Duration jobLock) {}
