package io.handsel.engine.safety;

import java.util.Collection;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The collection of a multi-instance activity: each entry becomes rows in the database, so there is an end to it. */
record BoundedCollection(Expression collection) implements Expression {

    private static final long serialVersionUID = 1L;

    @Override
    public Object getValue(VariableScope scope) {
        return bounded(collection.getValue(scope));
    }

    private Object bounded(Object value) {
        if (value instanceof Collection<?> entries && entries.size() > PlainData.MOST_ENTRIES) {
            throw new ProcessEngineException("An activity may run for at most " + PlainData.MOST_ENTRIES
                    + " entries, not for " + entries.size() + ": " + getExpressionText());
        }
        return value;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        collection.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
        return collection.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return collection.isLiteralText();
    }
}
