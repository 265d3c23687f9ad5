package io.handsel.forms;

import io.handsel.forms.Component.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The choices of one field. form-js's rules for choices from data: a plain value is its own label, an object needs a
 * value, anything else is dropped.
 */
record OptionList(List<Option> options) {

    private static final int MOST = 2_000;

    static OptionList of(@Nullable Object source) {
        List<Option> options = new ArrayList<>();
        if (source instanceof Collection<?> items) {
            items.stream().limit(MOST).map(OptionList::option).forEach(option -> option.ifPresent(options::add));
        }
        return new OptionList(options);
    }

    private static Optional<Option> option(@Nullable Object item) {
        if (item instanceof Option option) {
            return option(option.label(), option.answer());
        }
        if (item instanceof Map<?, ?> entries) {
            return option(entries.get("label") instanceof String label ? label : "", entries.get("value"));
        }
        return option("", item);
    }

    private static Optional<Option> option(String label, @Nullable Object answer) {
        boolean plain = answer instanceof Number
                || answer instanceof Boolean
                || answer instanceof String text && !text.isEmpty();
        boolean labelled = !label.isEmpty() && (plain || answer instanceof Map<?, ?> entries && !entries.isEmpty());
        return plain || labelled
                ? Optional.of(new Option(label.isEmpty() ? String.valueOf(answer) : label, answer))
                : Optional.empty();
    }

    Optional<Option> byToken(String token) {
        return options.stream().filter(option -> token(option).equals(token)).findFirst();
    }

    Optional<Option> byLabel(String label) {
        return options.stream()
                .filter(option -> option.label().strip().equalsIgnoreCase(label.strip()))
                .findFirst();
    }

    boolean offers(@Nullable Object answer) {
        return options.stream().anyMatch(option -> same(option.answer(), answer));
    }

    /** What the browser posts for a choice. */
    static String token(Option option) {
        BigDecimal number = option.answer() instanceof Number ? NumberText.exact(option.answer()) : null;
        return number == null ? String.valueOf(option.answer()) : NumberText.canonical(number);
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            BigDecimal first = NumberText.exact(one);
            BigDecimal second = NumberText.exact(other);
            return first != null && second != null && first.compareTo(second) == 0;
        }
        return Objects.equals(one, other);
    }
}
