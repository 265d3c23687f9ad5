package io.handsel.deals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a registration that a reviewer can mark, by the names the form gives them. */
final class MarkedFields {

    private static final String ANSWERS = "answers";

    private MarkedFields() {}

    /** Names of the fields in which two registrations differ; additional answers by their own keys. */
    static Set<String> changed(RegisterDeal before, RegisterDeal after) {
        var changed = Arrays.stream(RegisterDeal.class.getRecordComponents())
                .filter(field -> !field.getName().equals(ANSWERS))
                .filter(field -> !same(read(field, before), read(field, after)))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        var keys = new TreeSet<>(before.answers().keySet());
        keys.addAll(after.answers().keySet());
        keys.stream()
                .filter(key -> !Objects.equals(
                        before.answers().get(key), after.answers().get(key)))
                .forEach(changed::add);
        return changed;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal another
                ? number.compareTo(another) == 0
                : Objects.equals(one, other);
    }

    private static @Nullable Object read(RecordComponent field, RegisterDeal deal) {
        try {
            return field.getAccessor().invoke(deal);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
