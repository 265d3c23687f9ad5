package io.handsel.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** Forms, answers and the parts of the module, put together by hand. */
final class FormFixtures {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    static final Feel FEEL = new Feel(CLOCK, FormSettings.DEFAULTS);
    static final SchemaParser PARSER = new SchemaParser(FEEL);
    static final FormFilling FILLING = new FormFilling(FEEL, messages(), CLOCK, FormSettings.DEFAULTS);

    static final Viewer ENGLISH = new Viewer(Locale.UK, ZoneId.of("Europe/Brussels"));
    static final Viewer GERMAN = new Viewer(Locale.GERMANY, ZoneId.of("Europe/Berlin"));

    private FormFixtures() {}

    static String file(String name) {
        try {
            return new ClassPathResource("forms/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static FormSchema demo() {
        return PARSER.parse(file("demo.form"));
    }

    /** A schema of the given components, written as JSON. */
    static FormSchema schema(String components) {
        return PARSER.parse(json(components));
    }

    static String json(String components) {
        return "{\"type\": \"default\", \"id\": \"test\", \"schemaVersion\": 19, \"components\": [" + components + "]}";
    }

    /** What the expense claim of the demo form knows beforehand. */
    static FormData claim() {
        return FormData.of(Map.of(
                "employee",
                "[click](javascript:alert(1)) & <b>Co</b>",
                "limit",
                500,
                "cards",
                List.of("visa", "cash"),
                "contact",
                Map.of("iban", "BE71"),
                "items",
                List.of(Map.of("what", "Train", "price", 30, "secret", "kept"), Map.of("what", "Tea", "price", 3))));
    }

    static FormInput input(String... namesAndTexts) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            parameters
                    .computeIfAbsent(namesAndTexts[i], name -> new ArrayList<>())
                    .add(namesAndTexts[i + 1]);
        }
        return FormInput.of(parameters);
    }

    static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "forms/words");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
