package io.handsel.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's own idea of the time, which its timers go by. It is the machine's unless somebody lives through another
 * time on purpose: the demonstration, whose cases have a past.
 */
public final class EngineTime {

    private EngineTime() {}

    /** From now on the engine's clock runs this far beside the machine's; zero brings both together. */
    public static void shift(Duration distance) {
        if (distance.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(distance.toMillis());
        }
    }
}
