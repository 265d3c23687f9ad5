package io.handsel.forms;

import static io.handsel.forms.FormFixtures.CLOCK;
import static io.handsel.forms.FormFixtures.ENGLISH;
import static io.handsel.forms.FormFixtures.FILLING;
import static io.handsel.forms.FormFixtures.input;
import static io.handsel.forms.FormFixtures.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.forms.FormPage.DraftState;
import io.handsel.security.PersonId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class FormDeskTests {

    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", true);
    private final FormDrafts drafts = new FormDrafts(JdbcClient.create(database), CLOCK, FormSettings.DEFAULTS);
    private final FormDesk desk = new FormDesk(FILLING, drafts);

    private final DraftKey key = new DraftKey(PersonId.create(), "deals/register-deal", "");
    private final FormSchema schema = schema("""
            {"type": "textfield", "id": "a", "key": "customer", "validate": {"required": true}},
            {"type": "textfield", "id": "b", "key": "city"}""");

    @BeforeEach
    void migrate() {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/forms/V202611220501__forms_draft.sql"))
                .execute(database);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void leaving_and_returning_loses_nothing() {
        FormPage first = desk.type(schema, key, input("customer", "Ac"), Map.of("city", "Bonn"), ENGLISH);
        desk.type(
                schema,
                key,
                input("customer", "Acme", "_draft", String.valueOf(first.draftVersion())),
                Map.of("city", "Bonn"),
                ENGLISH);

        FormPage returned = desk.open(schema, key, Map.of("city", "Bonn"), ENGLISH);

        assertThat(returned.draft()).isEqualTo(DraftState.SAVED);
        assertThat(returned.draftVersion()).isEqualTo(2);
        assertThat(FormFillingTests.part(returned.form(), "customer").entry().text())
                .isEqualTo("Acme");
    }

    @Test
    void what_is_refused_is_kept_and_what_is_done_is_gone() {
        var refused = desk.send(schema, key, input("customer", "", "city", "Bonn"), Map.of(), ENGLISH);
        var accepted = desk.send(schema, key, input("customer", "Acme", "_draft", "1"), Map.of(), ENGLISH);

        assertThat(refused.page().sent()).isTrue();
        assertThat(refused.page().draftVersion()).isEqualTo(1);
        assertThat(accepted.submission()).isInstanceOf(Submission.Accepted.class);
        assertThat(((Submission.Accepted) accepted.submission()).values().text("city"))
                .isEqualTo("Bonn");
        assertThat(drafts.load(key)).isPresent();

        desk.done(key);

        assertThat(drafts.load(key)).isEmpty();
    }

    @Test
    void an_old_window_is_told_and_keeps_what_it_shows() {
        desk.type(schema, key, input("customer", "New"), Map.of(), ENGLISH);

        FormPage old = desk.type(schema, key, input("customer", "Old", "_draft", "0"), Map.of(), ENGLISH);

        assertThat(old.draft()).isEqualTo(DraftState.CHANGED_ELSEWHERE);
        assertThat(FormFillingTests.part(old.form(), "customer").entry().text()).isEqualTo("Old");
        assertThat(drafts.load(key).orElseThrow().answers()).containsEntry("customer", "New");
    }

    @Test
    void a_refusal_of_the_domain_keeps_the_draft_and_shows_at_the_field() {
        FormInput input = input("customer", "Acme");
        var sent = desk.send(schema, key, input, Map.of(), ENGLISH);

        FormPage page =
                desk.refused(key, input, sent.submission().form(), "customer", new FormError("RESERVED", "Not free."));

        assertThat(page.sent()).isTrue();
        assertThat(FormFillingTests.part(page.form(), "customer").errors())
                .extracting(FormError::message)
                .containsExactly("Not free.");
        assertThat(drafts.load(key).orElseThrow().answers()).containsEntry("customer", "Acme");
    }
}
