package io.handsel.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A variable that Java and a model share, with its type. Only plain values cross the border: flags, whole numbers,
 * text and instants.
 *
 * @param <T> the type in Java; the engine stores instants as dates
 */
public final class ProcessVariable<T> {

    private final String name;
    private final Class<T> type;
    private final Function<T, Object> toEngine;
    private final Function<Object, T> fromEngine;

    private ProcessVariable(String name, Class<T> type, Function<T, Object> toEngine, Function<Object, T> fromEngine) {
        this.name = name;
        this.type = type;
        this.toEngine = toEngine;
        this.fromEngine = fromEngine;
    }

    public static ProcessVariable<Boolean> ofBoolean(String name) {
        return new ProcessVariable<>(name, Boolean.class, value -> value, Boolean.class::cast);
    }

    public static ProcessVariable<Long> ofInteger(String name) {
        return new ProcessVariable<>(name, Long.class, value -> value, value -> ((Number) value).longValue());
    }

    public static ProcessVariable<String> ofText(String name) {
        return new ProcessVariable<>(name, String.class, value -> value, String.class::cast);
    }

    public static ProcessVariable<Instant> ofInstant(String name) {
        return new ProcessVariable<>(name, Instant.class, Date::from, value -> ((Date) value).toInstant());
    }

    /** An enum, written as the constant's name in kebab case. */
    public static <E extends Enum<E>> ProcessVariable<E> ofEnum(String name, Class<E> type) {
        return new ProcessVariable<>(name, type, Spelling::kebabCase, value -> {
            for (E constant : type.getEnumConstants()) {
                if (Spelling.kebabCase(constant).equals(value)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("No " + type.getSimpleName() + " is written " + value);
        });
    }

    public String name() {
        return name;
    }

    /** @throws IllegalStateException if the variable is missing or of another type; the message names both */
    public T in(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("Variable " + name + " is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(this::read);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, toEngine.apply(value));
    }

    Object written(T value) {
        return toEngine.apply(value);
    }

    private T read(Object stored) {
        try {
            return fromEngine.apply(stored);
        } catch (ClassCastException | IllegalArgumentException mismatch) {
            throw new IllegalStateException(
                    "Variable " + name + " should be " + type.getSimpleName() + " but is "
                            + stored.getClass().getSimpleName(),
                    mismatch);
        }
    }

    @Override
    public String toString() {
        return name + ": " + type.getSimpleName();
    }
}
