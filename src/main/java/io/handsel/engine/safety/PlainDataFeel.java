package io.handsel.engine.safety;

import io.handsel.engine.AdditionalAnswers;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Shows decisions plain data only. FEEL cannot name Java classes, but on a Java object it meets in a variable it
 * reads every property and calls every public method.
 */
class PlainDataFeel implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        FeelEngine feel = new ScalaFeelEngineFactory(List.of()).createInstance();
        return new FeelEngine() {
            @Override
            public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
                return feel.evaluateSimpleExpression(text, plain(variables));
            }

            @Override
            public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
                return feel.evaluateSimpleUnaryTests(text, input, plain(variables));
            }
        };
    }

    private static VariableContext plain(VariableContext variables) {
        return new VariableContext() {
            @Override
            public TypedValue resolve(String name) {
                TypedValue value = variables.resolve(name);
                if (AdditionalAnswers.VARIABLE.equals(name) && value != null)
                    return Variables.untypedValue(AdditionalAnswers.read(value.getValue()));
                if (value != null && !isPlain(value.getValue()))
                    throw new ProcessEngineException("Decisions may not use the object in variable " + name);
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
        };
    }

    private static boolean isPlain(Object value) {
        if (value instanceof Map<?, ?> map)
            return map.keySet().stream().allMatch(PlainDataFeel::isPlain)
                    && map.values().stream().allMatch(PlainDataFeel::isPlain);
        if (value instanceof Collection<?> list) return list.stream().allMatch(PlainDataFeel::isPlain);
        if (value instanceof Object[] array) return Arrays.stream(array).allMatch(PlainDataFeel::isPlain);
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof Temporal
                || value instanceof TemporalAmount;
    }
}
