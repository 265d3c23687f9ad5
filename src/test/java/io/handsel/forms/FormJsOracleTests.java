package io.handsel.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** {@code cases.json} holds what form-js 1.23's own viewer submitted for a schema and data: the server must agree. */
class FormJsOracleTests {

    /** Where we differ on purpose, and why. */
    private static final Map<String, String> DEVIATIONS = Map.of(
            "dynamic list empty", "an emptied list is sent as [], so that it really replaces the old one",
            "dynamic list i and parent", "a row whose fields are all hidden stays as {}, so that numbers stay stable",
            "nested list parent", "as above",
            "readonly is validated and submitted", "nobody is told of errors they cannot mend",
            "disabled as text", "form-js takes any text as true; \"=false\" is not what it says then");

    private static final Viewer VIEWER = new Viewer(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    @TestFactory
    Stream<DynamicTest> agrees_with_the_viewer_of_form_js() {
        JsonNode cases = SchemaParser.JSON.readTree(FormFixtures.file("cases.json"));

        return StreamSupport.stream(cases.spliterator(), false)
                .map(recorded -> DynamicTest.dynamicTest(recorded.path("name").asString(), () -> compare(recorded)));
    }

    private static void compare(JsonNode recorded) {
        FormSchema schema = FormFixtures.PARSER.parse(recorded.path("schema").toString());
        FormData data = FormData.of(map(recorded.path("data")));
        JsonNode expected = recorded.path("expected");

        Submission submission = FormFixtures.FILLING.submit(schema, FormInput.of(Map.of()), data, VIEWER);

        boolean sameErrors =
                errors(submission).equals(new TreeSet<>(expected.path("errors").propertyNames()));
        Object values = normal(values(schema, data));
        Object theirs = normal(map(expected.path("data")));
        if (DEVIATIONS.containsKey(recorded.path("name").asString())) {
            assertThat(sameErrors && values.equals(theirs))
                    .as("no deviation any more")
                    .isFalse();
        } else {
            assertThat(values).isEqualTo(theirs);
            assertThat(sameErrors).as("errors %s", errors(submission)).isTrue();
        }
    }

    private static Set<String> errors(Submission submission) {
        return submission instanceof Submission.Refused refused
                ? new TreeSet<>(refused.errors().keySet())
                : Set.of();
    }

    /** form-js gives data beside errors; our service does not, so the step below it is asked. */
    private static Map<String, @Nullable Object> values(FormSchema schema, FormData data) {
        Filling filling = new Filling(
                schema,
                data,
                FormFixtures.FEEL,
                VIEWER,
                java.time.LocalDate.now(FormFixtures.CLOCK.withZone(VIEWER.zone())));
        filling.read(FormInput.of(Map.of()));
        filling.settle();
        filling.dropWithdrawnChoices();
        return filling.values();
    }

    private static Map<String, @Nullable Object> map(JsonNode node) {
        return JsonData.map(SchemaParser.JSON.treeToValue(node, Object.class));
    }

    private static Object normal(@Nullable Object value) {
        if (value instanceof Map<?, ?> entries) {
            Map<String, Object> sorted = new TreeMap<>();
            entries.forEach((key, entry) -> sorted.put(String.valueOf(key), normal(entry)));
            return sorted;
        }
        if (value instanceof List<?> items) {
            return items.stream().map(FormJsOracleTests::normal).toList();
        }
        return value instanceof Number number
                ? NumberText.canonical(new BigDecimal(number.toString())) + "n"
                : String.valueOf(value);
    }
}
