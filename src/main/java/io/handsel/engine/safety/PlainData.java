package io.handsel.engine.safety;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Data without behaviour, and short enough to compute with: whoever calls a method of it reaches nothing else. Numbers
 * count as short by their digits, for one plus ten to the power of a billion fills the memory.
 */
final class PlainData {

    static final int MOST_ENTRIES = 1_000;

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_DIGITS = 1_000;

    private PlainData() {}

    /** Whether this is text, a number, a date or the like, or a list or map of at most 1000 of these. */
    static boolean isShort(@Nullable Object value) {
        return weight(value) <= MOST_ENTRIES;
    }

    /** How many pieces of plain data this is; too many when it is none. */
    private static int weight(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return weight(map.keySet()) + weight(map.values());
        }
        if (value instanceof Object[] array) {
            return weight(Arrays.asList(array));
        }
        if (value instanceof Collection<?> list) {
            int weight = 0;
            for (Object entry : list) {
                weight += 1 + weight(entry);
                if (weight > MOST_ENTRIES) {
                    return MOST_ENTRIES + 1;
                }
            }
            return weight;
        }
        return isPlain(value) ? 0 : MOST_ENTRIES + 1;
    }

    private static boolean isPlain(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= LONGEST_TEXT;
        }
        if (value instanceof BigDecimal number) {
            return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        }
        if (value instanceof BigInteger number) {
            return number.bitLength() <= MOST_DIGITS;
        }
        return value == null
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Float
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Date
                || value instanceof Temporal
                || value instanceof TemporalAmount;
    }
}
