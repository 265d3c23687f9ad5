package io.handsel.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.security.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.util.unit.DataSize;

class FormDraftsTests {

    private final SingleConnectionDataSource database = new SingleConnectionDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            true);
    private final FormDrafts drafts = new FormDrafts(
            JdbcClient.create(database),
            FormFixtures.CLOCK,
            new FormSettings(Duration.ofSeconds(1), DataSize.ofMegabytes(1), 100));

    private final PersonId ana = PersonId.create();
    private final DraftKey key = new DraftKey(ana, "deals/register-deal", "");

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
    void brings_back_what_was_saved() {
        Map<String, Object> answers = new HashMap<>(
                Map.of("customer", "Müller", "amount", new BigDecimal("12.50"), "rows", List.of(Map.of("a", 1))));
        answers.put("nothing", null);

        assertThat(drafts.save(key, 0, answers)).isEqualTo(new DraftOutcome.Saved(1));

        FormDraft draft = drafts.load(key).orElseThrow();
        assertThat(draft.answers()).isEqualTo(answers);
        assertThat(draft.savedAt()).isEqualTo(FormFixtures.CLOCK.instant());
    }

    @Test
    void belongs_to_one_person_one_form_and_one_subject() {
        drafts.save(key, 0, Map.of("customer", "secret"));

        assertThat(drafts.load(new DraftKey(PersonId.create(), key.form(), key.subject())))
                .isEmpty();
        assertThat(drafts.load(new DraftKey(ana, "deals/other", key.subject()))).isEmpty();
        assertThat(drafts.load(new DraftKey(ana, key.form(), "other"))).isEmpty();
        assertThat(drafts.of(PersonId.create())).isEmpty();
        assertThat(drafts.of(ana)).extracting(DraftSummary::form).containsExactly("deals/register-deal");
    }

    @Test
    void another_persons_save_and_discard_do_not_touch_it() {
        DraftKey others = new DraftKey(PersonId.create(), key.form(), key.subject());
        drafts.save(key, 0, Map.of("customer", "mine"));

        drafts.save(others, 0, Map.of("customer", "theirs"));
        drafts.save(others, 1, Map.of("customer", "theirs again"));
        drafts.discard(others);

        assertThat(drafts.load(key).orElseThrow().answers()).containsEntry("customer", "mine");
    }

    @Test
    void two_windows_do_not_silently_overwrite_each_other() {
        drafts.save(key, 0, Map.of("customer", "first"));
        drafts.save(key, 1, Map.of("customer", "second"));

        DraftOutcome late = drafts.save(key, 1, Map.of("customer", "from an old window"));
        DraftOutcome fresh = drafts.save(key, 0, Map.of("customer", "from a new window"));

        assertThat(late).isInstanceOf(DraftOutcome.ChangedElsewhere.class);
        assertThat(fresh).isInstanceOf(DraftOutcome.ChangedElsewhere.class);
        assertThat(drafts.load(key).orElseThrow().answers()).containsEntry("customer", "second");
    }

    @Test
    void the_same_save_sent_twice_is_one() {
        drafts.save(key, 0, Map.of("customer", "first"));

        assertThat(drafts.save(key, 0, Map.of("customer", "first"))).isEqualTo(new DraftOutcome.Saved(1));
    }

    @Test
    void a_window_left_open_does_not_bring_a_sent_form_back() {
        drafts.save(key, 0, Map.of("customer", "first"));
        drafts.discard(key);

        assertThat(drafts.save(key, 1, Map.of("customer", "again"))).isEqualTo(new DraftOutcome.ChangedElsewhere(null));
        assertThat(drafts.load(key)).isEmpty();
    }

    @Test
    void does_not_keep_a_book() {
        assertThat(drafts.save(key, 0, Map.of("customer", "x".repeat(100)))).isEqualTo(new DraftOutcome.TooLarge(100));
    }
}
