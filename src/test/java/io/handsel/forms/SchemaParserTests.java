package io.handsel.forms;

import static io.handsel.forms.FormFixtures.PARSER;
import static io.handsel.forms.FormFixtures.json;
import static io.handsel.forms.FormFixtures.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SchemaParserTests {

    @Test
    void reads_the_demo_form_without_anything_to_refuse() {
        FormSchema demo = FormFixtures.demo();

        assertThat(demo.publishable()).isTrue();
        assertThat(demo.components()).hasSize(14);
        assertThat(demo.answerKeys())
                .containsExactly(
                        "title", "amount", "when", "kind", "paid", "reason", "docs", "contact", "items", "total", "ok");
    }

    @Test
    void tells_every_problem_with_its_place_at_once() {
        String schema = json("""
                {"type": "slider", "id": "a"},
                {"type": "textfield", "id": "b", "key": "a b", "foo": 1},
                {"type": "group", "id": "g", "path": "p", "components": [{"type": "number", "id": "b", "key": "x"}]},
                {"type": "textfield", "id": "q", "key": "p.x"},
                {"type": "select", "id": "s", "key": "s"}""");

        assertThatThrownBy(() -> PARSER.parse(schema))
                .isInstanceOf(InvalidFormSchema.class)
                .hasMessageContaining("/components/0/type: unknown component \"slider\"")
                .hasMessageContaining("/components/1/key: \"a b\"")
                .hasMessageContaining("/components/2/components/0/id: duplicate id")
                .hasMessageContaining("/components/3/key: \"p.x\" collides with \"p.x\"")
                .hasMessageContaining("/components/4: no source of options");
    }

    @Test
    void refuses_what_is_no_form_at_all() {
        assertThat(PARSER.findings("{")).singleElement().asString().contains("not JSON");
        assertThat(PARSER.findings("{\"type\": \"default\"}")).asString().contains("/components: missing");
        assertThat(PARSER.findings(json("").replace("\"schemaVersion\": 19", "\"schemaVersion\": 20")))
                .asString()
                .contains("20 is newer than 19");
    }

    @Test
    void refuses_to_publish_what_would_be_shown_in_a_frame() {
        FormSchema schema = schema("""
                {"type": "iframe", "id": "a", "url": "https://example.com"},
                {"type": "documentPreview", "id": "b", "dataSource": "=docs"}""");

        assertThat(schema.publishable()).isFalse();
        assertThat(schema.findings()).filteredOn(SchemaFinding::refuses).hasSize(2);
    }

    @Test
    void refuses_to_publish_expressions_that_cannot_be_read_or_cost_too_much() {
        assertThat(complaints("=a >")).contains("/components/0/conditional/hide: FEEL cannot be used");
        assertThat(complaints("=count(for q in 1..100000 return q) > 1")).contains("a range must have fixed ends");
        assertThat(complaints("=count(for q in 1..n return q) > 1")).contains("a range must have fixed ends");
        assertThat(complaints("=count(for a in x, b in x, c in x return 1) > 1"))
                .contains("nested more than 2");
        assertThat(complaints("={f: function(x) f(x), r: f(1)}.r = 1")).contains("functions of one's own");
        assertThat(complaints("=" + "a".repeat(5_000))).contains("longer than 4000");
        assertThat(complaints("=count(for q in 1..10 return q) = 3")).isEqualTo("[]");
    }

    @Test
    void refuses_to_publish_a_template_or_pattern_that_cannot_be_read() {
        FormSchema schema = schema("""
                {"type": "text", "id": "t", "text": "Hello {{#if name >}}you{{/if}}"},
                {"type": "textfield", "id": "p", "key": "p", "validate": {"pattern": "[a-"}},
                {"type": "textfield", "id": "d", "key": "d", "disabled": "=false",
                 "properties": {"words": "no key!"}}""");

        assertThat(schema.findings())
                .filteredOn(SchemaFinding::refuses)
                .extracting(SchemaFinding::pointer)
                .containsExactlyInAnyOrder(
                        "/components/0/text",
                        "/components/1/validate/pattern",
                        "/components/2/disabled",
                        "/components/2/properties/words");
    }

    @Test
    void refuses_to_publish_a_form_without_an_id() {
        assertThat(PARSER.findings("{\"type\": \"default\", \"components\": []}"))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/id");
    }

    @Test
    void warns_that_null_hides_and_locks() {
        FormSchema schema = schema("""
                {"type": "number", "id": "n", "key": "n"},
                {"type": "textfield", "id": "a", "key": "a", "conditional": {"hide": "=n > 5"}},
                {"type": "textfield", "id": "b", "key": "b", "readonly": "=n > 5"},
                {"type": "textfield", "id": "c", "key": "c", "conditional": {"hide": "=n != null and n > 5"}}""");

        assertThat(schema.publishable()).isTrue();
        assertThat(schema.findings())
                .extracting(SchemaFinding::pointer)
                .containsExactly("/components/1/conditional/hide", "/components/2/readonly");
    }

    @Test
    void warns_of_what_it_does_not_know() {
        assertThat(schema("""
                        {"type": "textfield", "id": "a", "key": "a-b", "foo": 1, "validate": {"bar": 2},
                         "properties": {"wrods": "x"}}""").findings())
                .asString()
                .contains(
                        "/components/0/foo: unknown property of textfield",
                        "/components/0/validate/bar",
                        "/components/0/properties/wrods",
                        "`a-b` in FEEL");
    }

    private static String complaints(String hide) {
        return schema("{\"type\": \"textfield\", \"id\": \"a\", \"key\": \"a\", \"conditional\": {\"hide\": \"" + hide
                        + "\"}}")
                .findings()
                .stream()
                .filter(SchemaFinding::refuses)
                .toList()
                .toString();
    }
}
