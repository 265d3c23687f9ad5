package io.handsel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class BackgroundThreadsTests {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final long PATIENCE = 10;

    private BackgroundThreads threads;

    @AfterEach
    void stop() {
        threads.stop();
    }

    @Test
    void what_fails_is_tried_again() throws InterruptedException {
        var turns = new CountDownLatch(3);
        start(BackgroundWork.of("failing", AT_ONCE, AT_ONCE, () -> {
            turns.countDown();
            throw new IllegalStateException("This one fails on purpose");
        }));

        assertThat(turns.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_takes_long_holds_nothing_else_up_and_is_asked_to_come_to_its_end() throws InterruptedException {
        var end = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var others = new CountDownLatch(2);
        start(
                new BackgroundWork(
                        "long",
                        AT_ONCE,
                        AT_ONCE,
                        () -> ended.set(end.await(PATIENCE, TimeUnit.SECONDS)),
                        end::countDown),
                BackgroundWork.of("other", AT_ONCE, AT_ONCE, others::countDown));

        assertThat(others.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(threads.isRunning()).isTrue();
        threads.stop();

        assertThat(ended).isTrue();
        assertThat(threads.isRunning()).isFalse();
    }

    private void start(BackgroundWork... all) {
        var works = Arrays.stream(all).collect(Collectors.toMap(BackgroundWork::name, Object.class::cast));
        threads = new BackgroundThreads(new StaticListableBeanFactory(works).getBeanProvider(BackgroundWork.class));
        threads.start();
    }
}
