package io.handsel.engine.safety;

import java.util.Date;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The time of a timer on a loop. A date in the past would make the loop spin as fast as the engine can, so that such a
 * timer fires no sooner than {@link Durations#SHORTEST} after it was reached.
 */
record SpacedTime(Expression time, String kind) implements Expression {

    private static final long serialVersionUID = 1L;

    @Override
    public Object getValue(VariableScope scope) {
        return spaced(time.getValue(scope));
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        return spaced(time.getValue(scope, execution));
    }

    private Object spaced(Object value) {
        if (value instanceof Date date) {
            return later(date);
        }
        if (value instanceof String text && kind.equals("timeDate")) {
            return later(new DueDateBusinessCalendar().resolveDuedate(text));
        }
        if (value instanceof String text && kind.equals("timeDuration")) {
            boolean tooShort = Durations.period(text)
                    .filter(period -> period.compareTo(Durations.SHORTEST) < 0)
                    .isPresent();
            return tooShort ? Durations.SHORTEST.toString() : text;
        }
        return value;
    }

    private static Date later(Date date) {
        Date earliest = new Date(ClockUtil.getCurrentTime().getTime() + Durations.SHORTEST.toMillis());
        return date.before(earliest) ? earliest : date;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        time.setValue(value, scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        time.setValue(value, scope, execution);
    }

    @Override
    public String getExpressionText() {
        return time.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return time.isLiteralText();
    }
}
