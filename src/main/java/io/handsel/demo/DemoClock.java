package io.handsel.demo;

import io.handsel.engine.EngineTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The machine's clock, or one that runs beside it while the demonstration lives through its past. */
class DemoClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Duration distance = Duration.ZERO;

    /** From now on it is this moment, and time goes on from there, for the application and for the engine. */
    void moveTo(Instant moment) {
        shift(Duration.between(machine.instant(), moment));
    }

    /** Brings the clock home. */
    void comeHome() {
        shift(Duration.ZERO);
    }

    private void shift(Duration distance) {
        this.distance = distance;
        EngineTime.shift(distance);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(distance).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return machine.withZone(zone).equals(machine) ? this : Clock.offset(machine.withZone(zone), distance);
    }
}
