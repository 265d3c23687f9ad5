package io.handsel.engine;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives each {@link BackgroundWork} a thread of its own, so that one that takes long holds no other up. */
@Component
@ConditionalOnProperty(name = "handsel.engine.jobs", havingValue = "true", matchIfMissing = true)
class BackgroundThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundThreads.class);
    private static final int SECONDS_TO_STOP = 20;

    private final List<BackgroundWork> works;
    private @Nullable ScheduledExecutorService threads;

    BackgroundThreads(ObjectProvider<BackgroundWork> works) {
        this.works = works.stream().toList();
    }

    @Override
    public void start() {
        var executor = Executors.newScheduledThreadPool(Math.max(1, works.size()));
        works.forEach(work -> executor.scheduleWithFixedDelay(
                () -> safely(work), work.first().toMillis(), work.pause().toMillis(), TimeUnit.MILLISECONDS));
        threads = executor;
    }

    /** A failure must not end the schedule. */
    private static void safely(BackgroundWork work) {
        try {
            work.turn().run();
        } catch (Exception failure) {
            LOG.error("ENGINE-030 {} has failed and is tried again", work.name(), failure);
        }
    }

    /** Lets the turn at hand come to its end: an interrupt in the middle would only lose it. */
    @Override
    public void stop() {
        var executor = threads;
        if (executor == null) {
            return;
        }
        // First no new turns, then an end to those that run: none begins after it was asked to stop.
        executor.shutdown();
        works.forEach(work -> work.stop().run());
        try {
            executor.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
