package io.handsel.forms;

import io.handsel.forms.Component.Checkbox;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.TextField;
import io.handsel.forms.Component.Validation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a field asks of its answer, with form-js's meaning of each rule. */
final class FieldRules {

    static final String REQUIRED = "required";

    /** However a form is drawn, nobody sends a book. */
    private static final int LONGEST_LINE = 2_000;

    private static final int LONGEST_TEXT = 50_000;

    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
            + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    /** Not form-js's rule: that one lists country codes and refuses the spaces people write. */
    private static final Pattern PHONE = Pattern.compile("(\\+|00)[1-9][0-9 \\-()./]{3,28}");

    private final FieldWords words;
    private final List<FormError> errors = new ArrayList<>();

    private FieldRules(FieldWords words) {
        this.words = words;
    }

    /** @param limit the value of a limit, which may be an expression */
    static List<FormError> broken(
            Field field, @Nullable Object answer, Function<String, @Nullable Object> limit, FieldWords words) {
        FieldRules rules = new FieldRules(words);
        Validation validation = field.binding().validation();

        if (validation.required() && missing(field, answer)) {
            rules.add(REQUIRED);
        } else if (answer instanceof String text && field instanceof TextField line && !text.isEmpty()) {
            rules.text(line, text, validation, limit);
        } else if (field instanceof NumberField number) {
            BigDecimal amount = NumberText.exact(answer);
            if (amount != null) {
                rules.number(number, amount, validation, limit);
            }
        }
        return rules.errors;
    }

    static boolean missing(Field field, @Nullable Object answer) {
        return answer == null
                || answer.equals("")
                || answer instanceof Collection<?> items && items.isEmpty()
                || field instanceof Checkbox && !Boolean.TRUE.equals(answer);
    }

    private void text(TextField field, String text, Validation validation, Function<String, @Nullable Object> limit) {
        int length = text.strip().length();
        BigDecimal min = limit(validation.minLength(), limit);
        BigDecimal max = limit(validation.maxLength(), limit);

        if (min != null && BigDecimal.valueOf(length).compareTo(min) < 0) {
            add("minLength", min, length);
        }
        if (max != null && BigDecimal.valueOf(length).compareTo(max) > 0) {
            add("maxLength", max, length);
        }
        int longest = field.multiline() ? LONGEST_TEXT : LONGEST_LINE;
        if (text.length() > longest) {
            add("maxLength", longest, text.length());
        } else if (validation.pattern() != null && !BoundedPattern.found(validation.pattern(), text)) {
            errors.add(new FormError("pattern", words.patternMessage(validation.patternErrorMessage())));
        } else if (validation.emailWanted() && !EMAIL.matcher(text).matches()) {
            add("email");
        } else if (validation.phoneWanted() && !PHONE.matcher(text).matches()) {
            add("phone");
        }
    }

    private void number(
            NumberField field, BigDecimal amount, Validation validation, Function<String, @Nullable Object> limit) {
        Integer digits = field.decimalDigits();
        if (amount.signum() != 0
                && digits != null
                && amount.stripTrailingZeros().scale() > digits) {
            add(digits == 0 ? "integer" : "decimalDigits", digits);
        }
        BigDecimal increment = field.increment();
        if (amount.signum() != 0 && increment != null && increment.signum() > 0) {
            BigDecimal rest = amount.remainder(increment);
            BigDecimal below = amount.subtract(rest);
            if (rest.signum() != 0) {
                add("increment", below, below.add(increment));
            }
        }
        BigDecimal min = limit(validation.min(), limit);
        BigDecimal max = limit(validation.max(), limit);
        if (min != null && amount.compareTo(min) < 0) {
            add("min", min);
        }
        if (max != null && amount.compareTo(max) > 0) {
            add("max", max);
        }
    }

    private static @Nullable BigDecimal limit(@Nullable String text, Function<String, @Nullable Object> expression) {
        if (text == null) {
            return null;
        }
        return NumberText.exact(text.startsWith("=") ? expression.apply(text.substring(1)) : text);
    }

    private void add(String code, Object... arguments) {
        errors.add(words.error(code, arguments));
    }

    /** Words for errors, in the reader's language and in the words of one field. */
    interface FieldWords {

        FormError error(String code, Object... arguments);

        String patternMessage(@Nullable String ofTheSchema);
    }
}
