package io.handsel.engine.safety;

import io.handsel.engine.AdditionalAnswers;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Shows decisions plain data only, and only so much of it. FEEL cannot name Java classes, but on a Java object it meets
 * in a variable it reads every property and calls every public method. The size matters because one decision may hand
 * its result to the next, each doubling it.
 */
class PlainDataFeel implements FeelEngineFactory {

    private static final Pattern CONSTANT =
            Pattern.compile("\\s*(\"[^\"\\\\]*\"|-?\\d{1,15}(\\.\\d{1,15})?|true|false)\\s*");

    /** More than all tables write; should there be more, FEEL is asked for the rest. */
    private static final int MOST_CONSTANTS = 10_000;

    @Override
    public FeelEngine createInstance() {
        FeelEngine feel = new FeelOfTheEnginesTime();
        Map<String, Object> constants = new ConcurrentHashMap<>();
        return new FeelEngine() {
            /** What most cells answer is kept: for each, FEEL would build all the functions it knows. */
            @Override
            @SuppressWarnings("unchecked") // as FEEL's own answer: the caller says what it takes it for
            public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
                var known = constants.get(text);
                if (known != null) {
                    return (T) known;
                }
                T answer = feel.evaluateSimpleExpression(text, new ShortData(variables));
                if (constants.size() < MOST_CONSTANTS && CONSTANT.matcher(text).matches()) {
                    constants.put(text, answer);
                }
                return answer;
            }

            @Override
            public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
                return feel.evaluateSimpleUnaryTests(text, input, new ShortData(variables));
            }
        };
    }

    /** In decisions {@code today()} and {@code now()} go by the engine's time, which tests move, and by UTC as their dates do. */
    private static final class FeelOfTheEnginesTime extends ScalaFeelEngine {

        FeelOfTheEnginesTime() {
            super(List.of());
            feelEngine = new org.camunda.feel.FeelEngine(
                    feelEngine.functionProvider(),
                    feelEngine.valueMapper(),
                    feelEngine.configuration(),
                    () -> ClockUtil.getCurrentTime().toInstant().atZone(ZoneOffset.UTC));
        }
    }

    private record ShortData(VariableContext variables) implements VariableContext {

        @Override
        public @Nullable TypedValue resolve(String name) {
            TypedValue value = variables.resolve(name);
            if (AdditionalAnswers.VARIABLE.equals(name) && value != null) {
                value = Variables.untypedValue(AdditionalAnswers.read(value.getValue()));
            }
            if (value != null && !PlainData.isShort(value.getValue())) {
                throw new ProcessEngineException("Decisions see short plain data only, not what is in " + name);
            }
            return value;
        }

        @Override
        public boolean containsVariable(String name) {
            return variables.containsVariable(name);
        }

        @Override
        public Set<String> keySet() {
            return variables.keySet();
        }
    }
}
