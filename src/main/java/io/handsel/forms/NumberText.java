package io.handsel.forms;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people type and read them, and as JSON has them. Bounded, so that no exponent fills the memory. */
final class NumberText {

    private static final int LONGEST = 100;
    private static final Pattern EXACT = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,20})?");
    private static final Pattern SMALL_EXPONENT = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?[eE][+-]?\\d{1,2}");
    private static final Pattern GROUPED_BY_POINT = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f'’]");

    private NumberText() {}

    /** A JSON number, or a text that is one; null for anything else. */
    static @Nullable BigDecimal exact(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > LONGEST ? null : number;
        }
        if (!(value instanceof Number) && !(value instanceof String)) {
            return null;
        }
        String text = value.toString().strip();
        return EXACT.matcher(text).matches() || SMALL_EXPONENT.matcher(text).matches()
                ? new BigDecimal(new BigDecimal(text).toPlainString())
                : null;
    }

    /**
     * What somebody typed. A decimal comma is a decimal point, as in form-js; but where the reader's own language groups
     * thousands, "10.000" (German) and "10,000" (English) are ten thousand and not ten.
     */
    static @Nullable BigDecimal typed(String text, Locale locale) {
        String compact = SPACES.matcher(text).replaceAll("");
        if (groupsByPoint(locale) && GROUPED_BY_POINT.matcher(compact).matches()) {
            return exact(compact.replace(".", "").replace(',', '.'));
        }
        if (!decimalComma(locale) && GROUPED_BY_COMMA.matcher(compact).matches()) {
            return exact(compact.replace(",", ""));
        }
        return exact(compact.replace(',', '.'));
    }

    static String shown(@Nullable Object value, Locale locale) {
        BigDecimal number = exact(value);
        if (number == null) {
            return "";
        }
        String plain = number.toPlainString();
        return decimalComma(locale) ? plain.replace('.', ',') : plain;
    }

    /** The one spelling of a number that is compared and posted. */
    static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean decimalComma(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',';
    }

    private static boolean groupsByPoint(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getGroupingSeparator() == '.';
    }
}
