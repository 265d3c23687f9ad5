package io.handsel.forms;

import static io.handsel.forms.FormFixtures.ENGLISH;
import static io.handsel.forms.FormFixtures.FEEL;
import static io.handsel.forms.FormFixtures.PARSER;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.forms.Component.Container;
import io.handsel.forms.Component.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No answer is taken that the form did not offer: every form meets every field of every other, and worse. */
class SmuggledFieldsTests {

    private static final List<String> TRICKS = List.of(
            "id",
            "version",
            "owner",
            "partner",
            "partner_id",
            "status",
            "answers",
            "_row",
            "this",
            "this.x",
            "parent",
            "_this_",
            "i",
            "__proto__",
            "constructor",
            "class.classLoader",
            "limit",
            "employee",
            "secret",
            "items[0].secret",
            "items[0]._row",
            "items[0]",
            "items",
            "contact",
            "contact.owner",
            "cards",
            "cards[0]",
            ":add",
            "total:shown",
            "files::1");

    /** Fields no reader may write: in every one of them, "forged" must not appear. */
    private static final String LOCKED = """
            {"type": "textfield", "id": "a", "key": "open"},
            {"type": "textfield", "id": "b", "key": "disabled", "disabled": true},
            {"type": "textfield", "id": "c", "key": "locked", "readonly": true},
            {"type": "textfield", "id": "d", "key": "decided", "readonly": "=state = \\"done\\""},
            {"type": "textfield", "id": "e", "key": "hidden", "conditional": {"hide": "=state = \\"done\\""}},
            {"type": "expression", "id": "f", "key": "computed", "expression": "=1 + 1"},
            {"type": "checkbox", "id": "g", "key": "agreed", "readonly": true},
            {"type": "select", "id": "h", "key": "kind", "values": [{"label": "A", "value": "a"}]},
            {"type": "filepicker", "id": "i", "key": "file"},
            {"type": "dynamiclist", "id": "j", "path": "rows", "allowAddRemove": false, "components": [
              {"type": "textfield", "id": "k", "key": "cell", "readonly": true}]}""";

    @TestFactory
    Stream<DynamicTest> takes_nothing_a_form_did_not_offer() throws IOException {
        Map<String, FormSchema> forms = forms();
        Set<String> everyName = new LinkedHashSet<>(TRICKS);
        forms.values().forEach(form -> names(form.components(), "", everyName));

        return forms.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> meets(form.getValue(), everyName)));
    }

    @TestFactory
    Stream<DynamicTest> writes_no_field_that_is_locked_hidden_or_computed() {
        FormSchema schema = FormFixtures.schema(LOCKED);
        FormData data = FormData.of(Map.of("state", "done", "rows", List.of(Map.of("cell", "kept"))));
        Map<String, Object> honest = values(schema, data, Map.of());

        return Stream.of(
                        "disabled",
                        "locked",
                        "decided",
                        "hidden",
                        "computed",
                        "agreed",
                        "kind",
                        "file",
                        "rows[0].cell",
                        "rows[1].cell",
                        "state")
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> assertThat(values(schema, data, forged(name))).isEqualTo(honest)));
    }

    private static void meets(FormSchema form, Set<String> everyName) {
        Set<String> offered = new LinkedHashSet<>();
        names(form.components(), "", offered);
        FormData data = FormData.of(Map.of("limit", 500, "cards", List.of("visa"), "secret", "s"));
        Map<String, Object> honest = values(form, data, Map.of());

        for (String name : everyName) {
            if (!offered.contains(name)) {
                assertThat(values(form, data, forged(name))).as(name).isEqualTo(honest);
            }
        }
    }

    private static Map<String, List<String>> forged(String name) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String suffix : List.of("", ":shown", ":label", ":clear")) {
            parameters.put(name + suffix, List.of("forged"));
        }
        parameters.put("rows:row", List.of("0", "1"));
        return parameters;
    }

    private static Map<String, Object> values(FormSchema form, FormData data, Map<String, List<String>> parameters) {
        Filling filling = new Filling(form, data, FEEL, ENGLISH, LocalDate.of(2026, 3, 2));
        filling.read(FormInput.of(parameters));
        filling.settle();
        filling.dropWithdrawnChoices();
        return filling.values();
    }

    private static void names(List<Component> components, String prefix, Set<String> names) {
        for (Component component : components) {
            if (component instanceof Field field) {
                names.add(JsonData.joined(prefix, field.key()));
            } else if (component instanceof Component.DynamicList list) {
                String path = JsonData.joined(prefix, list.path());
                names.add(path);
                names(list.components(), path + "[0]", names);
            } else if (component instanceof Container container) {
                names(container.components(), JsonData.joined(prefix, container.path()), names);
            }
        }
    }

    /** The demo form and every form that ships. */
    private static Map<String, FormSchema> forms() throws IOException {
        Map<String, FormSchema> forms = new LinkedHashMap<>();
        forms.put("demo", FormFixtures.demo());
        forms.put("locked", FormFixtures.schema(LOCKED));
        List<Resource> shipped = new ArrayList<>(
                Arrays.asList(new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form")));
        for (Resource file : shipped) {
            forms.put(file.getFilename(), PARSER.parse(file.getContentAsString(StandardCharsets.UTF_8)));
        }
        return forms;
    }
}
