package io.handsel.forms;

import io.handsel.forms.Component.Adorners;
import io.handsel.forms.Component.DateTimeField;
import io.handsel.forms.Component.Field;
import io.handsel.forms.Component.FilePicker;
import io.handsel.forms.Component.Html;
import io.handsel.forms.Component.Image;
import io.handsel.forms.Component.NumberField;
import io.handsel.forms.Component.Option;
import io.handsel.forms.Component.Text;
import io.handsel.forms.Component.TextField;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Everything a reader reads in a form, in their language. A component with {@code words} takes its texts from the
 * message bundles (label, hint, help, option, pattern, …) and from the schema where a bundle has none.
 */
final class FormWords {

    private static final Pattern NO_KEY = Pattern.compile("[^\\p{L}\\p{N}_-]");

    private final MessageSource messages;
    private final Feelers feelers;
    private final Locale locale;

    FormWords(MessageSource messages, Feelers feelers, Locale locale) {
        this.messages = messages;
        this.feelers = feelers;
        this.locale = locale;
    }

    Wording of(Place place) {
        Component component = place.component();
        Adorners adorners = component instanceof TextField text
                ? text.adorners()
                : component instanceof NumberField number ? number.adorners() : new Adorners(null, null);
        String description = component instanceof Field field ? field.binding().description() : null;
        String label = label(place);
        return new Wording(
                label,
                line(place, "hint", description),
                line(place, "help", component.common().extras().help()),
                line(place, "prefix", adorners.prefix()),
                line(place, "suffix", adorners.suffix()),
                component instanceof DateTimeField moment
                        ? otherwise(line(place, "date", moment.dateLabel()), "forms.date")
                        : "",
                component instanceof DateTimeField moment
                        ? otherwise(line(place, "time", moment.timeLabel()), "forms.time")
                        : "",
                html(place),
                component instanceof Image image ? source(place, image) : "",
                component instanceof Image image ? line(place, "alt", image.alt()) : "",
                component instanceof FilePicker picker ? line(place, "accept", picker.accept()) : "");
    }

    private String label(Place place) {
        String label = line(place, "label", place.component().common().label());
        if (!(place.component() instanceof DateTimeField moment) || !label.isEmpty()) {
            return label;
        }
        return moment.subtype().hasDate()
                ? otherwise(line(place, "date", moment.dateLabel()), "forms.date")
                : otherwise(line(place, "time", moment.timeLabel()), "forms.time");
    }

    String option(Place place, Option option) {
        String base = place.component().common().extras().words();
        String token = NO_KEY.matcher(OptionList.token(option)).replaceAll("_");
        String worded = base == null ? null : message(base + ".option." + token);
        return worded == null ? option.label() : worded;
    }

    FieldRules.FieldWords field(Place place) {
        return new FieldRules.FieldWords() {

            @Override
            public FormError error(String code, Object... arguments) {
                return FormWords.this.error(place, code, arguments);
            }

            @Override
            public String patternMessage(@Nullable String ofTheSchema) {
                String worded = line(place, "pattern", ofTheSchema);
                return worded.isEmpty() ? general("forms.error.pattern") : worded;
            }
        };
    }

    FormError error(Place place, String code, Object... arguments) {
        String base = place.component().common().extras().words();
        String worded = base == null ? null : message(base + ".error." + code, shown(arguments));
        return new FormError(code, worded == null ? general("forms.error." + code, shown(arguments)) : worded);
    }

    private Object[] shown(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof BigDecimal number
                        ? NumberText.shown(new BigDecimal(NumberText.canonical(number)), locale)
                        : argument)
                .toArray();
    }

    private String html(Place place) {
        Component component = place.component();
        if (component instanceof Text text) {
            return SafeHtml.ofMarkdown(filled(place, "text", text.text(), SafeHtml::escapedForMarkdown));
        }
        return component instanceof Html html
                ? SafeHtml.ofHtml(filled(place, "text", html.content(), SafeHtml::escapedForHtml))
                : "";
    }

    private String source(Place place, Image image) {
        String source = image.source();
        return source == null ? "" : SafeHtml.imageSource(feelers.filled(source, place.context(), text -> text));
    }

    /** One line, as in form-js; escaping is the template's task. */
    private String line(Place place, String what, @Nullable String ofTheSchema) {
        return filled(place, what, ofTheSchema, text -> text)
                .lines()
                .findFirst()
                .orElse("");
    }

    private String filled(Place place, String what, @Nullable String ofTheSchema, UnaryOperator<String> escape) {
        String base = place.component().common().extras().words();
        String worded = base == null ? null : message(base + "." + what);
        String template = worded == null ? ofTheSchema : worded;
        return template == null ? "" : feelers.filled(template, place.context(), escape);
    }

    private String otherwise(String text, String key) {
        return text.isEmpty() ? general(key) : text;
    }

    private @Nullable String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, null, locale);
    }

    private String general(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
