package io.handsel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Primary;

/**
 * A clock that stands still until a test moves it, and the engine's with it. Import it into a Spring test
 * ({@code @Import(MovableClock.class)}): it takes the place of the application's clock.
 */
@Primary
public final class MovableClock extends Clock implements SmartLifecycle, AutoCloseable {

    /** A Monday morning, so that working hours are easy to count. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private volatile Instant now = START;
    private volatile boolean running;

    public MovableClock() {
        moveTo(START);
    }

    public void moveTo(Instant time) {
        now = time;
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void advance(Duration duration) {
        moveTo(now.plus(duration));
    }

    /** When the test's application starts, and again when tests of other applications came between: all share the engine's clock. */
    @Override
    public void start() {
        moveTo(now);
        running = true;
    }

    /** Others go by the time there is. */
    @Override
    public void stop() {
        running = false;
        ClockUtil.reset();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that asks for the time. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Spring calls this when the test's context ends. */
    @Override
    public void close() {
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The present moment there: it does not move along. */
    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
