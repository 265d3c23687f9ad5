package io.handsel.engine.safety;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The one place where text from a model becomes something that runs. Extends the plain manager, not
 * SpringExpressionManager: that one adds resolvers for the whole context, which this class exists to leave out.
 */
class SafeExpressionManager extends JuelExpressionManager {

    /** Long enough for any readable expression, short enough to keep the recursive parser off the end of its stack. */
    static final int MAX_LENGTH = 2000;

    /** Plug-ins add functions too; Spin's S, XML and JSON hand out parsers and objects outside the allow-list. */
    private static final Set<String> FUNCTIONS = Set.of("now", "dateTime", "currentUser", "currentUserGroups");

    private final PublishedBeans published;

    SafeExpressionManager(PublishedBeans published) {
        this.published = published;
    }

    /** For reading expressions outside an engine: knows the functions that an engine adds to its own manager. */
    static SafeExpressionManager outsideTheEngine(PublishedBeans published) {
        SafeExpressionManager manager = new SafeExpressionManager(published);
        Stream.of(CommandContextFunctions.class, DateTimeFunctions.class)
                .flatMap(functions -> Stream.of(functions.getMethods()))
                .filter(function -> FUNCTIONS.contains(function.getName()))
                .forEach(function -> manager.addFunction(function.getName(), function));
        return manager;
    }

    @Override
    protected ELResolver createElResolver() {
        return new SafeElResolver(published);
    }

    @Override
    public void addFunction(String name, Method function) {
        if (FUNCTIONS.contains(name)) super.addFunction(name, function);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        if (text.length() > MAX_LENGTH)
            throw new ProcessEngineException("Expression longer than " + MAX_LENGTH + " characters");
        return super.createValueExpression(text);
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(VariableScope scope, BaseDelegateExecution context) {
                if (scope == null) throw noScope(text);
                return super.getValue(scope, context);
            }
        };
    }

    /**
     * Only queries evaluate without a scope: the {@code ...Expression(...)} filters, whose text may come from a
     * browser. The engine's own switch misses the ones inside {@code or()} (CVE-2026-109432); here they all pass.
     */
    private static ProcessEngineException noScope(String text) {
        return new ProcessEngineException("Expressions in queries are switched off: " + text);
    }
}
