package io.handsel.forms;

import static io.handsel.forms.FormFixtures.ENGLISH;
import static io.handsel.forms.FormFixtures.FILLING;
import static io.handsel.forms.FormFixtures.GERMAN;
import static io.handsel.forms.FormFixtures.claim;
import static io.handsel.forms.FormFixtures.demo;
import static io.handsel.forms.FormFixtures.input;
import static io.handsel.forms.FormFixtures.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.handsel.forms.Submission.Accepted;
import io.handsel.forms.Submission.Refused;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFillingTests {

    private static final String[] COMPLETE = {
        "title",
        "Trip",
        "amount",
        "12,50",
        "when:date",
        "2026-07-05",
        "when:time",
        "09:30",
        "kind",
        "travel",
        "kind:shown",
        "1",
        "paid:shown",
        "1",
        "paid",
        "visa",
        "docs:shown",
        "1",
        "docs",
        "agenda",
        "docs",
        "receipt",
        "contact.mail",
        "a@b.eu",
        "contact.iban",
        "NEW",
        "items:row",
        "1",
        "items:row",
        "0",
        "items:row",
        "7",
        "items[1].what",
        "Tea",
        "items[1].price",
        "4",
        "items[0].what",
        "Train",
        "items[0].price",
        "31",
        "items[0].shop",
        "SNCB",
        "items[7].what",
        "Pen",
        "ok:shown",
        "1",
        "ok",
        "true"
    };

    @Test
    void accepts_a_complete_claim_with_typed_values() {
        FormValues values = accepted(FILLING.submit(demo(), input(COMPLETE), claim(), ENGLISH));

        assertThat(values.decimal("amount")).isEqualByComparingTo("12.50");
        assertThat(values.text("when")).isEqualTo("2026-07-05T09:30+02:00");
        assertThat(values.list("docs")).containsExactly("receipt", "agenda");
        assertThat(values.text("contact.iban")).isEqualTo("NEW");
        assertThat(values.flag("ok")).isTrue();
        assertThat(values.decimal("total")).isEqualByComparingTo("35");
        assertThat(values.all()).doesNotContainKeys("reason", "limit", "employee");
    }

    @Test
    void keeps_rows_in_the_order_of_the_page_with_what_they_knew() {
        List<FormValues> rows = accepted(FILLING.submit(demo(), input(COMPLETE), claim(), ENGLISH))
                .rows("items");

        assertThat(rows).extracting(row -> row.text("what")).containsExactly("Tea", "Train", "Pen");
        assertThat(rows.get(0).all()).doesNotContainKey("shop");
        assertThat(rows.get(1).all()).containsEntry("shop", "SNCB").doesNotContainKeys("secret", Answers.ORIGIN);
    }

    @Test
    void names_every_field_to_be_mended_and_keeps_what_was_typed() {
        Refused refused = (Refused) FILLING.submit(
                demo(),
                input(
                        "title",
                        "ab",
                        "amount",
                        "600.123",
                        "when:date",
                        "2026-07-05",
                        "when:time",
                        "",
                        "kind",
                        "yacht",
                        "kind:shown",
                        "1",
                        "contact.mail",
                        "nope",
                        "reason",
                        "",
                        "items:row",
                        "0",
                        "items[0].what",
                        "",
                        "items[0].price",
                        "x1",
                        "ok:shown",
                        "1"),
                claim(),
                ENGLISH);

        Map<String, List<String>> codes = new TreeMap<>();
        refused.errors().forEach((name, errors) -> codes.put(name, codes(errors)));
        assertThat(codes)
                .containsEntry("title", List.of("minLength"))
                .containsEntry("amount", List.of("decimalDigits", "max"))
                .containsEntry("when", List.of("dateAndTime"))
                .containsEntry("kind", List.of("option"))
                .containsEntry("contact.mail", List.of("email"))
                .containsEntry("reason", List.of("required"))
                .containsEntry("items[0].what", List.of("required"))
                .containsEntry("items[0].price", List.of("number"))
                .containsEntry("ok", List.of("required"))
                .hasSize(9);
        assertThat(refused.errors().get("amount").get(1).message()).isEqualTo("Please enter at most 500.");
        assertThat(part(refused.form(), "items[0].price").entry().text()).isEqualTo("x1");
        assertThat(part(refused.form(), "when").entry().date()).isEqualTo("2026-07-05");
        assertThat(refused.draft()).containsEntry("title", "ab");
    }

    @Test
    void complains_while_typing_only_about_what_is_filled_in_wrongly() {
        FilledForm form = FILLING.update(demo(), input("title", "", "contact.mail", "nope"), claim(), ENGLISH);

        assertThat(form.errors()).containsOnlyKeys("contact.mail");
        assertThat(FILLING.open(demo(), claim(), ENGLISH).errors()).isEmpty();
    }

    @Test
    void a_draft_brings_back_what_was_typed_even_where_it_is_hidden_now() {
        FilledForm first = FILLING.update(
                demo(),
                input(
                        "title",
                        "Trip",
                        "amount",
                        "100",
                        "reason",
                        "Far away",
                        "items:row",
                        "1",
                        "items[1].what",
                        "Cake"),
                claim(),
                ENGLISH);
        FilledForm second = FILLING.update(demo(), input("amount", "10"), claim().with(first.draft()), ENGLISH);
        FilledForm third = FILLING.update(demo(), input("amount", "100"), claim().with(second.draft()), ENGLISH);

        assertThat(second.lines().toString()).doesNotContain("Why is it so much");
        assertThat(part(third, "reason").entry().text()).isEqualTo("Far away");
        assertThat(part(third, "title").entry().text()).isEqualTo("Trip");
        assertThat(part(third, "items[0].what").entry().text()).isEqualTo("Cake");
        assertThat(part(third, "items[0].price").entry().text()).isEqualTo("3");
    }

    @Test
    void what_the_answers_make_read_only_keeps_its_known_value() {
        FormInput sneaky = input("kind", "meals", "kind:shown", "1", "contact.iban", "STOLEN");

        FilledForm form = FILLING.update(demo(), sneaky, claim(), ENGLISH);

        assertThat(part(form, "contact.iban").entry().text()).isEqualTo("BE71");
    }

    @Test
    void a_draft_is_no_way_around_read_only() {
        FilledForm typed = FILLING.update(
                demo(), input("kind", "travel", "kind:shown", "1", "contact.iban", "STOLEN"), claim(), ENGLISH);

        FilledForm locked =
                FILLING.update(demo(), input("kind", "meals", "kind:shown", "1"), claim().with(typed.draft()), ENGLISH);

        assertThat(part(typed, "contact.iban").entry().text()).isEqualTo("STOLEN");
        assertThat(part(locked, "contact.iban").entry().text()).isEqualTo("BE71");
    }

    @Test
    void read_only_cells_stay_with_their_row_when_rows_move() {
        FormSchema schema = schema("""
                {"type": "dynamiclist", "id": "l", "path": "lines", "components": [
                  {"type": "textfield", "id": "s", "key": "sku", "readonly": "=this.note = \\"lock\\""},
                  {"type": "textfield", "id": "n", "key": "note"}]}""");
        FormData known = FormData.of(Map.of("lines", List.of(Map.of("sku", "A"), Map.of("sku", "B"))));

        FilledForm moved = FILLING.update(
                schema, input("lines:row", "1", "lines[1].sku", "X", "lines[1].note", "free"), known, ENGLISH);
        FormValues values = accepted(FILLING.submit(
                schema,
                input("lines:row", "0", "lines[0].sku", "Y", "lines[0].note", "lock"),
                known.with(moved.draft()),
                ENGLISH));

        assertThat(values.rows("lines").get(0).text("sku")).isEqualTo("B");
    }

    @Test
    void a_row_cannot_be_taken_twice() {
        FilledForm form = FILLING.update(demo(), input("items:row", "0", "items:row", "0"), claim(), ENGLISH);

        assertThat(part(form, "items").rows()).hasSize(2);
        assertThat(part(form, "items[1].what").entry().text()).isEmpty();
    }

    @Test
    void adds_and_removes_rows_without_sending() {
        Submission more =
                FILLING.submit(demo(), input("items:row", "0", "items:row", "1", ":add", "items"), claim(), ENGLISH);
        Submission fewer = FILLING.submit(
                demo(), input("items:row", "0", "items:row", "1", ":remove", "items[0]"), claim(), ENGLISH);

        assertThat(part(more.form(), "items").rows()).hasSize(3);
        assertThat(part(fewer.form(), "items").rows()).hasSize(1);
        assertThat(part(fewer.form(), "items[0].what").entry().text()).isEqualTo("Tea");
        assertThat(more)
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.errors()).isEmpty());
    }

    @Test
    void removes_the_last_row_for_good() {
        FormValues values = accepted(FILLING.submit(
                schema("""
                        {"type": "dynamiclist", "id": "l", "path": "l", "components": [
                          {"type": "textfield", "id": "a", "key": "a"}]}"""), input("l:row", ""), FormData.of(Map.of("l", List.of(Map.of("a", "x")))), ENGLISH));

        assertThat(values.rows("l")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 12,50 | 12.50",
                "en | 10,000 | 10000",
                "en | 1,234.5 | 1234.5",
                "de | 12,50 | 12.50",
                "de | 10.000 | 10000",
                "de | 1.234,5 | 1234.5",
                "de | 12.50 | 12.50",
                "en | 1 000 | 1000",
                "en | -0.5 | -0.5",
                "en | 1e5 | 100000",
                "en | 1e999999999 | ",
                "en | twelve | ",
                "en | 1.2.3 | ",
            })
    void reads_numbers_as_the_reader_writes_them(String language, String typed, BigDecimal number) {
        Viewer viewer = language.equals("de") ? GERMAN : ENGLISH;

        assertThat(NumberText.typed(typed, viewer.locale())).isEqualTo(number);
    }

    @Test
    void refuses_a_past_date_only_if_it_is_new() {
        FormSchema schema = schema("""
                {"type": "datetime", "id": "d", "key": "d", "dateLabel": "Day", "disallowPassedDates": true}""");

        assertThat(errors(schema, input("d:date", "2026-03-01"), FormData.NOTHING))
                .containsExactly("pastDate");
        assertThat(errors(schema, input("d:date", "2026-03-02"), FormData.NOTHING))
                .isEmpty();
        assertThat(errors(schema, input("d:date", "2026-03-01"), FormData.of(Map.of("d", "2026-03-01"))))
                .isEmpty();
        assertThat(errors(schema, input("d:date", "2026-02-30"), FormData.NOTHING))
                .containsExactly("datetime");
    }

    @Test
    void finds_a_searchable_choice_by_what_was_typed() {
        FormSchema schema = schema("""
                {"type": "select", "id": "c", "key": "c", "searchable": true, "values": [
                  {"label": "Germany", "value": "DE"}, {"label": "France", "value": "FR"}]},
                {"type": "taglist", "id": "t", "key": "t", "values": [
                  {"label": "Red", "value": "r"}, {"label": "Blue", "value": "b"}]}""");

        FormValues values = accepted(FILLING.submit(
                schema,
                input("c:shown", "1", "c:label", " germany", "t:shown", "1", "t", "r", "t:label", "blue"),
                FormData.NOTHING,
                ENGLISH));
        Refused refused = (Refused)
                FILLING.submit(schema, input("c:shown", "1", "c:label", "Gemrany"), FormData.NOTHING, ENGLISH);

        assertThat(values.text("c")).isEqualTo("DE");
        assertThat(values.list("t")).containsExactly("r", "b");
        assertThat(part(refused.form(), "c").entry().label()).isEqualTo("Gemrany");
    }

    @Test
    void hands_over_files_and_refuses_what_was_not_asked_for() {
        FormSchema schema = schema("""
                {"type": "filepicker", "id": "f", "key": "f", "label": "Proof", "accept": ".pdf,image/*",
                 "validate": {"required": true}}""");
        Attachment pdf = file("a.pdf", "application/pdf", 10);

        Accepted accepted = (Accepted) FILLING.submit(schema, files("f", pdf), FormData.NOTHING, ENGLISH);

        assertThat(accepted.files()).containsEntry("f", List.of(pdf));
        assertThat(accepted.values().text("f")).isEqualTo("files::" + pdf.id());
        assertThat(errors(schema, files("f", file("a.exe", "application/x", 10)), FormData.NOTHING))
                .containsExactly("fileType");
        assertThat(errors(schema, files("f", file("a.pdf", "application/pdf", 11_000_000)), FormData.NOTHING))
                .containsExactly("fileSize");
        assertThat(errors(schema, files("f", pdf, file("b.png", "image/png", 1)), FormData.NOTHING))
                .containsExactly("oneFile");
        assertThat(errors(schema, input("f", "files::somebody-elses"), FormData.NOTHING))
                .containsExactly("required");
        assertThat(errors(schema, files("g", pdf), FormData.NOTHING)).containsExactly("required");
        assertThat(errors(schema, input(), FormData.of(Map.of("f", "files::1"))))
                .isEmpty();
        assertThat(Attachment.received("..\\..\\etc/pass\nwd", "", 1, () -> new ByteArrayInputStream(new byte[0]))
                        .fileName())
                .isEqualTo("pass_wd");
    }

    @Test
    void ends_a_pattern_that_would_run_for_ever() {
        assertThat(BoundedPattern.found("^(a+)+$", "a".repeat(60) + "!")).isFalse();
        assertThat(BoundedPattern.found("b", "abc")).isTrue();
        assertThat(BoundedPattern.found("[a-", "no pattern stops nobody")).isTrue();
    }

    @Test
    void nobody_sends_a_book_through_a_text_field() {
        FormSchema schema = schema("{\"type\": \"textfield\", \"id\": \"a\", \"key\": \"a\"}");

        assertThat(errors(schema, input("a", "x".repeat(2_001)), FormData.NOTHING))
                .containsExactly("maxLength");
    }

    @Test
    void takes_json_values_only_for_expressions_could_call_anything_else() {
        Map<String, Object> known = new HashMap<>();
        known.put("thread", Thread.currentThread());

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> FormData.of(known))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    @Test
    void carries_a_refusal_of_the_domain_to_its_field() {
        FilledForm form = FILLING.open(demo(), claim(), ENGLISH)
                .with("items[1].what", new FormError("TWICE", "Twice."))
                .with("nowhere", new FormError("CAP", "Too many."));

        assertThat(part(form, "items[1].what").errors())
                .extracting(FormError::message)
                .containsExactly("Twice.");
        assertThat(form.otherErrors()).extracting(FormError::message).containsExactly("Too many.");
        assertThat(form.valid()).isFalse();
    }

    private static FormInput files(String name, Attachment... files) {
        return new FormInput(Map.of(), Map.of(name, List.of(files)));
    }

    private static Attachment file(String name, String type, long size) {
        return Attachment.received(name, type, size, () -> new ByteArrayInputStream(new byte[0]));
    }

    private static List<String> errors(FormSchema schema, FormInput input, FormData data) {
        return FILLING.submit(schema, input, data, ENGLISH) instanceof Refused refused
                ? refused.errors().values().stream()
                        .flatMap(found -> codes(found).stream())
                        .toList()
                : List.of();
    }

    private static List<String> codes(List<FormError> errors) {
        return errors.stream().map(FormError::code).toList();
    }

    private static FormValues accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Accepted.class);
        return ((Accepted) submission).values();
    }

    static FormPart part(FilledForm form, String name) {
        return form.parts().stream()
                .flatMap(part -> part.all().stream())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
