package io.handsel.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One matched row of a decision table: its outputs by name. An output that is missing or of another type is the
 * table's fault and named in an {@link IllegalStateException}.
 */
public final class Decision {

    private final DecisionKey table;
    private final Map<String, @Nullable Object> outputs;

    Decision(DecisionKey table, Map<String, @Nullable Object> outputs) {
        this.table = table;
        this.outputs = outputs;
    }

    public String text(String output) {
        return findText(output).orElseThrow(() -> missing(output));
    }

    public Optional<String> findText(String output) {
        return Optional.ofNullable(outputs.get(output)).map(String::valueOf);
    }

    public long integer(String output) {
        return findInteger(output).orElseThrow(() -> missing(output));
    }

    public Optional<Long> findInteger(String output) {
        return number(output).map(BigDecimal::longValueExact);
    }

    public BigDecimal decimal(String output) {
        return number(output).orElseThrow(() -> missing(output));
    }

    public Optional<BigDecimal> findDecimal(String output) {
        return number(output);
    }

    public boolean flag(String output) {
        if (outputs.get(output) instanceof Boolean flag) {
            return flag;
        }
        throw missing(output);
    }

    /** A number of days. */
    public Duration days(String output) {
        return Duration.ofDays(integer(output));
    }

    /** An enum written as its constant's name in kebab case. */
    public <E extends Enum<E>> E choice(String output, Class<E> type) {
        var text = text(output);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Spelling.kebabCase(constant).equals(text))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("Table " + table + " answers " + output + " = " + text
                        + ", which is no " + type.getSimpleName()));
    }

    /** Whole numbers written as one text, separated by commas: {@code "14, 7, 1"}. */
    public List<Integer> integers(String output) {
        return findText(output).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private Optional<BigDecimal> number(String output) {
        return Optional.ofNullable(outputs.get(output)).map(value -> new BigDecimal(value.toString()));
    }

    private IllegalStateException missing(String output) {
        return new IllegalStateException("Table " + table + " gives no usable " + output + ": " + outputs);
    }
}
