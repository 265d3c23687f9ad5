package io.handsel.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine, {@code handsel.engine.*}.
 *
 * @param jobs whether this node runs timers and continuations; off in tests, and on nodes that only serve pages
 */
@ConfigurationProperties("handsel.engine")
record EngineSettings(@DefaultValue("true") boolean jobs) {}
