package io.handsel.engine.safety;

import io.handsel.engine.AdditionalAnswers;
import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Decides every step an expression takes. One class instead of a chain of resolvers: in a chain, a step that one
 * resolver declines is offered to the next, and the last one is reflection. Here the last answer is no.
 */
class SafeElResolver extends ELResolver {

    private final PublishedBeans beans;
    private final ELResolver scope = new VariableScopeElResolver();
    private final ELResolver decisionVariables = new VariableContextElResolver();
    private final ELResolver maps = new MapELResolver(true);
    private final ELResolver lists = new ListELResolver(true);
    private final ELResolver arrays = new ArrayELResolver(true);
    private final ELResolver reflection = new BeanELResolver(true);

    SafeElResolver(PublishedBeans beans) {
        this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) return root(context, String.valueOf(property));
        if (base instanceof Map) return maps.getValue(context, base, property);
        if (base instanceof List) return lists.getValue(context, base, property);
        if (base.getClass().isArray()) return arrays.getValue(context, base, property);
        Function<Object, Object> reader = EngineProperties.reader(base, String.valueOf(property));
        if (reader == null) throw denied(base, property);
        context.setPropertyResolved(true);
        return reader.apply(base);
    }

    /** Beans come before variables: nobody may replace a published check by submitting a variable of its name. */
    private Object root(ELContext context, String name) {
        if (beans.contains(name)) {
            context.setPropertyResolved(true);
            return beans.get(name);
        }
        Object value = scope.getValue(context, null, name);
        if (AdditionalAnswers.VARIABLE.equals(name)) return resolved(context, answers(value));
        if (context.isPropertyResolved() || VariableContextElResolver.VAR_CTX_KEY.equals(name)) return value;
        return decisionVariables.getValue(context, null, name);
    }

    /** Numbers among the answers may come from outside with any number of digits. */
    private static Object answers(Object variable) {
        Object answers = AdditionalAnswers.read(variable);
        if (!PlainData.isShort(answers)) {
            throw new ELException("Too much data in " + AdditionalAnswers.VARIABLE);
        }
        return answers;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        String name = String.valueOf(method);
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (base == null) throw denied(null, name);
        if (HarmlessMethods.allow(base, name)) return reflection.invoke(context, base, name, types, given);
        if (base instanceof VariableScope variables && given.length == 1) {
            if (name.equals("getVariable")) return resolved(context, variables.getVariable(text(given[0])));
            if (name.equals("hasVariable")) return resolved(context, variables.hasVariable(text(given[0])));
        }
        if (given.length == 0 && name.length() > 3 && name.startsWith("get")) {
            Function<Object, Object> getter =
                    EngineProperties.reader(base, Character.toLowerCase(name.charAt(3)) + name.substring(4));
            if (getter != null) return resolved(context, getter.apply(base));
        }
        Method published = beans.method(base, name, given.length);
        if (published == null) throw denied(base, name + "()");
        return resolved(context, call(context, base, published, given));
    }

    private static Object call(ELContext context, Object bean, Method method, Object[] given) {
        ExpressionFactory factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
        Object[] converted = new Object[given.length];
        for (int i = 0; i < given.length; i++)
            converted[i] = factory.coerceToType(given[i], method.getParameterTypes()[i]);
        try {
            method.setAccessible(true); // a public method of a class that is not public
            return method.invoke(bean, converted);
        } catch (InvocationTargetException e) {
            throw new ELException(
                    e.getCause()); // the engine unwraps it, so that a BpmnError still reaches its boundary event
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    private static Object resolved(ELContext context, Object value) {
        context.setPropertyResolved(true);
        return value;
    }

    private static String text(Object value) {
        if (value instanceof String text) return text;
        throw new ELException("A variable name must be text");
    }

    private static ELException denied(Object base, Object step) {
        String owner = base == null ? "" : " on " + base.getClass().getSimpleName();
        return new ELException("Models may not use '" + step + "'" + owner);
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw denied(base, property + " =");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
