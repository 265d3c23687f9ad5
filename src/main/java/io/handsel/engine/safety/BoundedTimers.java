package io.handsel.engine.safety;

import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks timers whose text comes from a variable, which no inspection of the file can see. The engine counts through
 * every repetition since the start of a cycle, so that a bad one costs hours of one processor, not only jobs.
 */
class BoundedTimers extends MapBusinessCalendarManager {

    BoundedTimers() {
        addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        addBusinessCalendar(DurationBusinessCalendar.NAME, new BoundedDurations());
        addBusinessCalendar(CycleBusinessCalendar.NAME, new BoundedCycles());
    }

    private static class BoundedDurations extends DurationBusinessCalendar {

        @Override
        public Date resolveDuedate(String text, @Nullable Date start) {
            if (Durations.period(text).isEmpty()) {
                throw new ProcessEngineException("Not a duration such as PT1H or P3D: " + text);
            }
            return super.resolveDuedate(text, start);
        }
    }

    private static class BoundedCycles extends CycleBusinessCalendar {

        @Override
        public Date resolveDuedate(String text, @Nullable Date start, long offset) {
            if (!Durations.isBoundedCycle(text)) {
                throw new ProcessEngineException(
                        "Cycles name at most 1000 repeats, a minute or more apart, such as R3/PT1H: " + text);
            }
            return super.resolveDuedate(text, start, offset);
        }
    }
}
