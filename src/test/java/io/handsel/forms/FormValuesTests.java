package io.handsel.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormValuesTests {

    record Contact(String name, @Nullable String mail) {}

    enum Source {
        EVENT,
        REFERRAL
    }

    record Register(
            String customer,
            BigDecimal amount,
            long quantity,
            LocalDate closing,
            boolean rfp,
            List<String> products,
            Contact contact,
            Source source,
            @Nullable String note,
            @Nullable String absent) {}

    private final FormValues values = new FormValues(Map.ofEntries(
            Map.entry("customer", "Acme"),
            Map.entry("amount", new BigDecimal("12.50")),
            Map.entry("quantity", 40),
            Map.entry("closing", "2026-07-05"),
            Map.entry("rfp", true),
            Map.entry("products", List.of("a", "b")),
            Map.entry("contact", Map.of("name", "Ana", "mail", "")),
            Map.entry("source", "REFERRAL"),
            Map.entry("note", " "),
            Map.entry("floors", 7),
            Map.entry("rows", List.of(Map.of("what", "Tea")))));

    @Test
    void becomes_a_command_with_components_named_like_the_fields() {
        assertThat(values.to(Register.class))
                .isEqualTo(new Register(
                        "Acme",
                        new BigDecimal("12.50"),
                        40,
                        LocalDate.of(2026, 7, 5),
                        true,
                        List.of("a", "b"),
                        new Contact("Ana", null),
                        Source.REFERRAL,
                        null,
                        null));
    }

    @Test
    void keeps_what_the_command_does_not_know_as_additional_answers() {
        assertThat(values.additionalTo(Register.class)).containsOnlyKeys("floors", "rows");
        assertThat(new FormValues(Map.of("floors", 7)).additionalJson(Register.class))
                .isEqualTo("{\"floors\":7}");
    }

    @Test
    void gives_answers_by_kind() {
        assertThat(values.text("contact.name")).isEqualTo("Ana");
        assertThat(values.text("nothing")).isEmpty();
        assertThat(values.decimal("amount")).isEqualByComparingTo("12.5");
        assertThat(values.decimal("customer")).isNull();
        assertThat(values.date("closing")).isEqualTo("2026-07-05");
        assertThat(values.flag("rfp")).isTrue();
        assertThat(values.list("products")).containsExactly("a", "b");
        assertThat(values.rows("rows").get(0).text("what")).isEqualTo("Tea");
    }

    @Test
    void says_which_command_an_answer_does_not_fit() {
        FormValues misfit = new FormValues(new HashMap<>(Map.of("source", "RUMOUR")));

        assertThatThrownBy(() -> misfit.to(Register.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Register");
    }

    @Test
    void compares_a_form_with_its_command() {
        FormSchema schema = FormFixtures.schema("""
                {"type": "textfield", "id": "a", "key": "customer"},
                {"type": "number", "id": "b", "key": "floors"},
                {"type": "group", "id": "c", "path": "contact", "components": [
                  {"type": "textfield", "id": "d", "key": "name"}]}""");

        FormContract contract = FormContract.between(schema, Register.class);

        assertThat(contract.missing())
                .containsExactlyInAnyOrder(
                        "amount", "quantity", "closing", "rfp", "products", "source", "note", "absent");
        assertThat(contract.additional()).containsExactly("floors");
    }

    @Test
    void says_names_but_no_answers_in_a_log() {
        assertThat(values.toString()).contains("customer").doesNotContain("Acme");
    }
}
