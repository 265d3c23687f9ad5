package io.handsel.forms;

import static io.handsel.forms.FormFixtures.ENGLISH;
import static io.handsel.forms.FormFixtures.FILLING;
import static io.handsel.forms.FormFixtures.GERMAN;
import static io.handsel.forms.FormFixtures.claim;
import static io.handsel.forms.FormFixtures.demo;
import static io.handsel.forms.FormFixtures.input;
import static io.handsel.forms.FormFixtures.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.forms.FormPage.DraftState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class FormTemplatesTests {

    private static final String FORM =
            "<main><th:block th:replace=\"~{forms/_form :: form(${page}, '/claims', ${draft})}\"></th:block></main>";

    @Test
    void draws_the_demo_form_with_labels_hints_and_what_is_known() {
        Document page = page(FILLING.open(demo(), claim(), ENGLISH), false);

        assertThat(page.select("label[for=f-title]").text()).isEqualTo("Title of the claim");
        assertThat(page.select("label[for=f-title]").hasClass("required")).isTrue();
        assertThat(page.select("#f-title").attr("aria-describedby")).isEqualTo("f-title-hint");
        assertThat(page.select("#f-title-hint").text()).contains("Trip to Ghent");
        assertThat(page.select("#f-amount").attr("inputmode")).isEqualTo("decimal");
        assertThat(page.select("#f-amount").attr("type")).isEqualTo("text");
        assertThat(page.select("#f-contact-mail").attr("type")).isEqualTo("email");
        assertThat(page.select("#f-contact-iban").val()).isEqualTo("BE71");
        assertThat(page.select("#f-kind option").eachText()).containsExactly("Please choose", "Travel", "Meals");
        assertThat(page.select("fieldset#f-paid input[type=radio]").eachAttr("value"))
                .containsExactly("visa", "cash");
        assertThat(page.select("fieldset#f-paid label").eachText()).containsExactly("VISA", "CASH");
        assertThat(page.select("[name=items[0].shop]")).hasSize(1);
        assertThat(page.select("[name=items[1].shop]")).isEmpty();
        assertThat(page.text()).doesNotContain("Why is it so much?").contains("Total of the items: 33 EUR");
        assertThat(page.select(".problems, .error")).isEmpty();
    }

    @Test
    void draws_errors_at_the_fields_and_above_the_form_and_keeps_the_entry() {
        Submission submission = FILLING.submit(
                demo(), input("title", "ab", "amount", "600.123", "contact.mail", "nope"), claim(), ENGLISH);

        Document page = page(submission.form(), true);

        Element title = page.expectFirst("#f-title");
        assertThat(title.attr("aria-invalid")).isEqualTo("true");
        assertThat(title.attr("aria-describedby")).isEqualTo("f-title-hint f-title-error");
        assertThat(page.select("#f-title-error").text()).isEqualTo("Please use at least 3 characters; there are 2.");
        assertThat(page.select("#f-amount").val()).isEqualTo("600.123");
        assertThat(page.select("#f-amount-error").text()).contains("at most 2 decimal places", "at most 500");
        assertThat(page.select(".problems[role=alert] h2").text()).isEqualTo("7 fields need your attention");
        assertThat(page.select(".problems a").eachAttr("href"))
                .contains("#f-title", "#f-when")
                .allSatisfy(target -> assertThat(page.select(target.replace("[", "\\[")))
                        .as(target)
                        .hasSize(1));
        assertThat(page.text()).contains("Why is it so much?");
    }

    @Test
    void speaks_the_language_of_the_reader() {
        FormSchema schema = schema("""
                {"type": "number", "id": "a", "key": "amount", "label": "Amount", "description": "In euros",
                 "properties": {"words": "test.form.amount", "help": "Ask us"}, "validate": {"required": true}},
                {"type": "select", "id": "k", "key": "kind", "label": "Kind", "properties": {"words": "test.form.kind"},
                 "values": [{"label": "Travel", "value": "travel"}, {"label": "Meals", "value": "meals"}]}""");

        Document german = page(
                FILLING.submit(schema, input(), FormData.of(Map.of("kind", "meals")), GERMAN)
                        .form(),
                true);
        Document english = page(FILLING.open(schema, FormData.of(Map.of("amount", "1250.5")), ENGLISH), false);

        assertThat(german.select("label[for=f-amount]").text()).isEqualTo("Betrag");
        assertThat(german.select("#f-amount-hint").text()).isEqualTo("In euros");
        assertThat(german.select("#f-amount-error").text()).isEqualTo("Bitte füllen Sie dieses Feld aus.");
        assertThat(german.select("#f-kind option").eachText()).containsExactly("Bitte wählen", "Reise", "Meals");
        assertThat(german.select(".problems h2").text()).isEqualTo("Ein Feld braucht Ihre Aufmerksamkeit");
        assertThat(english.select("label[for=f-amount]").text()).isEqualTo("Amount");
        assertThat(english.select("details").text()).isEqualTo("Help Ask us");
        assertThat(page(FILLING.open(schema, FormData.of(Map.of("amount", "1250.5")), GERMAN), false)
                        .select("#f-amount")
                        .val())
                .isEqualTo("1250,5");
    }

    @Test
    void keeps_inserted_values_and_designers_markup_harmless() {
        FormData data = FormData.of(Map.of(
                "name", "[x](javascript:alert(1)) <img src=x onerror=alert(1)> ![y](https://evil.example/a.png)"));
        Document page = page(FILLING.open(schema("""
                        {"type": "text", "id": "t", "text": "# Hello {{name}} <script>alert(1)</script> [ok](https://example.com)"},
                        {"type": "html", "id": "h", "content": "<p onclick='x()' style='color:red'>Hi <b>{{name}}</b></p><iframe src='https://a.b'></iframe><style>p{}</style><script>x()</script>"},
                        {"type": "image", "id": "i", "source": "javascript:alert(1)", "alt": "no"},
                        {"type": "image", "id": "j", "source": "/brand/logo.png", "alt": "Logo of {{name}}"},
                        {"type": "textfield", "id": "f", "key": "f", "label": "<b>{{name}}</b>", "description": "{{name}}"}"""), data, ENGLISH), false);

        assertThat(page.select("script, style, iframe, [style], [onclick], [onerror]"))
                .isEmpty();
        assertThat(page.select("a").eachAttr("href")).containsExactly("https://example.com");
        assertThat(page.select("img").eachAttr("src")).containsExactly("/brand/logo.png");
        assertThat(page.select("label[for=f-f]").text()).startsWith("<b>[x](javascript:alert(1))");
        assertThat(page.select("h1").text()).startsWith("Hello [x](javascript:alert(1)) <img");
    }

    @Test
    void draws_every_kind_of_component() {
        String tags = IntStream.range(0, 20)
                .mapToObj(i -> "{\"label\": \"Tag " + i + "\", \"value\": \"t" + i + "\"}")
                .collect(Collectors.joining(","));
        Document page = page(
                FILLING.open(
                        schema("""
                        {"type": "textarea", "id": "a", "key": "area", "label": "Area"},
                        {"type": "datetime", "id": "b", "key": "day", "dateLabel": "Day"},
                        {"type": "datetime", "id": "c", "key": "at", "subtype": "time", "timeLabel": "At"},
                        {"type": "select", "id": "d", "key": "country", "label": "Country", "searchable": true,
                         "values": [{"label": "France", "value": "FR"}]},
                        {"type": "taglist", "id": "e", "key": "tags", "label": "Tags", "values": [%s]},
                        {"type": "filepicker", "id": "f", "key": "file", "label": "File", "accept": ".pdf", "multiple": true},
                        {"type": "table", "id": "g", "label": "Lines", "dataSource": "=lines", "rowCount": 1,
                         "columns": [{"label": "What", "key": "what"}, {"label": "Price", "key": "price"}]},
                        {"type": "separator", "id": "h"},
                        {"type": "spacer", "id": "i"},
                        {"type": "checkbox", "id": "j", "key": "yes", "label": "Yes", "readonly": true},
                        {"type": "checklist", "id": "k", "key": "list", "label": "List", "values": [{"value": "x"}]},
                        {"type": "expression", "id": "l", "key": "sum", "expression": "=1 + 1"},
                        {"type": "iframe", "id": "m", "url": "https://example.com"},
                        {"type": "button", "id": "n", "label": "Go", "action": "submit"}""".formatted(tags)),
                        FormData.of(Map.of(
                                "country",
                                "FR",
                                "tags",
                                List.of("t3"),
                                "yes",
                                true,
                                "lines",
                                List.of(Map.of("what", "<b>Tea</b>", "price", 3)))),
                        ENGLISH),
                false);

        assertThat(page.select("textarea#f-area, input#f-day[type=date], input#f-at[type=time]"))
                .hasSize(3);
        assertThat(page.select("#f-country").val()).isEqualTo("France");
        assertThat(page.select("#f-country-list option").eachAttr("value")).containsExactly("France");
        assertThat(page.select("[name=tags]").eachAttr("value")).containsExactly("t3");
        assertThat(page.select("#f-tags-list option")).hasSize(19);
        assertThat(page.select("#f-file").attr("accept")).isEqualTo(".pdf");
        assertThat(page.select("#f-file[multiple], form[enctype=multipart/form-data]"))
                .hasSize(2);
        assertThat(page.select("td").eachText()).containsExactly("<b>Tea</b>", "3");
        assertThat(page.select("#f-yes[checked][disabled]")).hasSize(1);
        assertThat(page.select("[name=yes:shown]")).isEmpty();
        assertThat(page.select("hr, .form-space")).hasSize(2);
        assertThat(page.select("iframe, [name=sum]")).isEmpty();
        assertThat(page.select("button").eachText()).containsExactly("Go");
    }

    @Test
    void saves_typing_without_spending_the_key_that_makes_sending_happen_once() {
        Document page = page(FILLING.open(demo(), claim(), ENGLISH), false);

        Element body = page.expectFirst("#form-body");
        assertThat(body.attr("hx-post")).isEqualTo("/claims/draft");
        assertThat(body.attr("hx-params")).isEqualTo("not _once");
        assertThat(body.attr("hx-trigger")).contains("change delay");
        assertThat(body.select("[name=_draft]").val()).isEqualTo("3");
        assertThat(page.select("form").attr("action")).isEqualTo("/claims");
        assertThat(page.select("form > [name=_once]").val()).isEqualTo("once-1");
        assertThat(page.select("button[name=:add]").attr("hx-post")).isEqualTo("/claims/draft");
    }

    @Test
    void the_enter_key_never_removes_a_row() {
        Document page = page(FILLING.open(demo(), claim(), ENGLISH), false);

        assertThat(page.expectFirst("form button").attr("name")).isEmpty();
        assertThat(page.select("button[name=:remove]")).hasSize(2);
    }

    @Test
    void gives_every_control_a_name_and_every_id_once() {
        Submission submission = FILLING.submit(demo(), input("kind", "yacht", "kind:shown", "1"), claim(), ENGLISH);
        Document page = page(submission.form(), true);

        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String reference : List.of("aria-describedby", "aria-labelledby", "for", "list")) {
            for (Element element : page.select("[" + reference + "]")) {
                assertThat(ids)
                        .as(element.toString())
                        .containsAll(List.of(element.attr(reference).split(" ")));
            }
        }
        for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
            boolean labelled = control.closest("label") != null
                    || !page.select("label[for=" + control.id() + "]").isEmpty();
            assertThat(labelled).as(control.toString()).isTrue();
        }
    }

    @Test
    void writes_nothing_the_content_security_policy_would_block() {
        Document page = page(FILLING.open(demo(), claim(), ENGLISH), false);

        assertThat(page.select("script, style, [style], object, embed")).isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey())
                        .filter(name -> name.startsWith("on") || name.startsWith("hx-on"))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of());
    }

    @Test
    void asks_whether_the_customer_is_free_where_the_page_knows_how() {
        FormSchema schema = schema("""
                {"type": "textfield", "id": "c", "key": "customer", "label": "Customer",
                 "properties": {"account-check": "true", "autocomplete": "organization"}}""");
        FilledForm form = FILLING.open(schema, FormData.NOTHING, ENGLISH);

        Element without = page(form, false).expectFirst("#f-customer");
        Element with = page(form, false, Map.of("accountCheck", "/accounts/check/answer"))
                .expectFirst("#f-customer");

        assertThat(without.hasAttr("hx-get")).isFalse();
        assertThat(without.attr("autocomplete")).isEqualTo("organization");
        assertThat(with.attr("hx-get")).isEqualTo("/accounts/check/answer");
        assertThat(with.ownerDocument().select("#f-account-check[hx-preserve][role=status]"))
                .hasSize(1);
    }

    private Document page(FilledForm form, boolean sent) {
        return page(form, sent, Map.of());
    }

    private Document page(FilledForm form, boolean sent, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("page", new FormPage(form, 3, DraftState.NONE, sent));
        model.put("draft", "/claims/draft");
        model.put("once", "once-1");
        boolean complains = sent && !form.wrongParts().isEmpty();
        return Jsoup.parse(FormRendering.render(FORM, model, complains ? locale(form) : ENGLISH.locale()));
    }

    /** The page's own texts follow the errors' language. */
    private static Locale locale(FilledForm form) {
        return form.wrongParts().get(0).errors().get(0).message().startsWith("Bitte")
                ? GERMAN.locale()
                : ENGLISH.locale();
    }
}
