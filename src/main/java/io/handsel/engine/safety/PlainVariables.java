package io.handsel.engine.safety;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the serializers of the engine and lets only plain data pass: text, numbers, booleans, dates, and short
 * lists and maps of these. Objects, bytes, files and whatever is already serialised stay outside, no matter which way
 * they come in, for what the engine reads back from them could be any class.
 */
class PlainVariables implements TypedValueSerializer<TypedValue> {

    private final ValueType type;

    private PlainVariables(ValueType type) {
        this.type = type;
    }

    /** One guard for each type of value that is not plain by nature. */
    static List<PlainVariables> guards() {
        return List.of(
                new PlainVariables(ValueType.OBJECT),
                new PlainVariables(ValueType.BYTES),
                new PlainVariables(ValueType.FILE));
    }

    @Override
    public boolean canHandle(TypedValue value) {
        boolean isOpen =
                value instanceof UntypedValueImpl || value instanceof ObjectValue object && object.isDeserialized();
        boolean plain = isOpen && PlainData.isShort(value.getValue());
        if (!plain) {
            throw new ProcessEngineException("Variables hold plain data: text, numbers, dates, and up to "
                    + PlainData.MOST_ENTRIES + " of them in lists, not " + describe(value));
        }
        return false; // and let the engine's own serializer have it
    }

    private static String describe(TypedValue value) {
        return value.getType() == null ? "an object" : value.getType().getName();
    }

    @Override
    public String getName() {
        return "plain " + type.getName();
    }

    @Override
    public ValueType getType() {
        return type;
    }

    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String getSerializationDataformat() {
        return null;
    }

    @Override
    public boolean isMutableValue(TypedValue value) {
        return false;
    }
}
