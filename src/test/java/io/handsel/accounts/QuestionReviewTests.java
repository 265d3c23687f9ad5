package io.handsel.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.CompanyNames;
import io.handsel.MovableClock;
import io.handsel.accounts.AskerFilter.By;
import io.handsel.accounts.AskerFilter.Show;
import io.handsel.accounts.AskerPage.Line;
import io.handsel.accounts.AskerPage.Pattern;
import io.handsel.accounts.ClaimOutcome.Granted;
import io.handsel.security.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** What operators see of those who ask. */
@SpringBootTest
@ActiveProfiles("test")
@Import({MovableClock.class, AccountFixtures.class})
class QuestionReviewTests {

    @Autowired
    AskerList list;

    @Autowired
    QuestionReview review;

    @Autowired
    AccountCheck check;

    @Autowired
    AccountReservations reservations;

    @Autowired
    AccountFixtures fixtures;

    @Autowired
    MovableClock clock;

    String mark;
    Actor ann;
    Actor bob;

    /** The names of this test's partners are nobody else's, so that it finds its own. */
    @BeforeEach
    void two_partners() {
        clock.moveTo(MovableClock.START);
        mark = CompanyNames.mark();
        ann = fixtures.salesOfNewPartner("Northwind " + mark);
        bob = fixtures.salesOfNewPartner("Contoso " + mark);
    }

    @Test
    void counts_each_person_against_the_quota_and_all_of_a_partner_together() {
        var admin = fixtures.admin(ann);
        ask(ann, "Vandelay");
        ask(ann, "Vandelay");
        ask(admin, "Initech");
        clock.advance(Duration.ofMinutes(61));
        ask(ann, "Globex");

        assertThat(line(By.PERSON, ann)).satisfies(line -> {
            assertThat(line.name()).isEqualTo(ann.name());
            assertThat(line.partner()).isEqualTo("Northwind " + mark);
            assertThat(List.of(line.hour(), line.hourLimit(), line.day(), line.dayLimit()))
                    .containsExactly(1L, 60L, 2L, 300L);
            assertThat(line.patterns()).isEmpty();
        });
        assertThat(lines(By.PARTNER, Show.ALL, "northwind " + mark))
                .singleElement()
                .satisfies(line -> assertThat(line.day()).isEqualTo(3));
    }

    @Test
    void a_run_through_the_alphabet_is_worth_a_look_and_typing_on_is_none() {
        for (var name : List.of("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh", "Ii", "Jj")) {
            ask(ann, name + " Works");
        }
        for (int letters = 3; letters < 20; letters++) {
            ask(bob, "Zusammenarbeit und Mehr".substring(0, letters));
        }

        assertThat(line(By.PERSON, ann).patterns()).containsExactly(Pattern.ALPHABET);
        assertThat(line(By.PERSON, ann).run()).isEqualTo(10);
        assertThat(line(By.PERSON, bob).patterns()).isEmpty();
        assertThat(lines(By.PERSON, Show.ALL, mark))
                .as("the suspicious first, though the other has asked more")
                .extracting(Line::asker)
                .containsExactly(ann.person().id(), bob.person().id());
        assertThat(lines(By.PERSON, Show.SUSPICIOUS, mark))
                .extracting(Line::asker)
                .containsExactly(ann.person().id());
    }

    @Test
    void whoever_mostly_hears_that_customers_are_taken_is_worth_a_look() {
        var unique = UUID.randomUUID().toString();
        var name = CompanyNames.next();
        assertThat(reservations.reserve(bob, AccountQuestion.about(name, unique + ".de", "DE")))
                .isInstanceOf(Granted.class);
        for (int count = 0; count < 20; count++) {
            check.ask(ann, AccountQuestion.about(name, count + "." + unique + ".de", "DE"));
        }

        assertThat(line(By.PERSON, ann)).satisfies(line -> {
            assertThat(line.taken()).isEqualTo(20);
            assertThat(line.patterns()).contains(Pattern.MANY_TAKEN);
        });
    }

    @Test
    void many_names_in_an_hour_are_worth_a_look() {
        for (int count = 0; count < 30; count++) {
            ask(ann, "Z" + UUID.randomUUID());
        }

        assertThat(line(By.PERSON, ann).patterns()).contains(Pattern.MANY_NAMES);
    }

    @Test
    void whoever_is_blocked_is_listed_whether_there_were_questions_or_not() {
        review.block(fixtures.manager(), ann.person().id(), "Enough");
        review.block(fixtures.manager(), bob.partner().orElseThrow().id(), "Enough");
        ask(bob, "Vandelay");

        assertThat(lines(By.PERSON, Show.BLOCKED, mark))
                .extracting(Line::asker)
                .containsExactlyInAnyOrder(ann.person().id(), bob.person().id());
        assertThat(lines(By.PARTNER, Show.BLOCKED, mark))
                .extracting(Line::asker)
                .containsExactly(bob.partner().orElseThrow().id());
        assertThat(review.find(ann.person().id()).blockedBecause()).isEqualTo("Enough");
    }

    @Test
    void pages_lose_and_repeat_nobody_though_others_go_on_asking() {
        var askers = new ArrayList<UUID>();
        for (int count = 0; count < 7; count++) {
            var asker = fixtures.salesOfNewPartner("Wayne " + mark);
            askers.add(asker.person().id());
            for (int times = 0; times <= count % 3; times++) {
                ask(asker, "Customer " + times);
            }
        }

        var seen = new ArrayList<UUID>();
        String after = null;
        do {
            var page = list.page(new AskerFilter(By.PERSON, Show.ALL, "wayne " + mark, after), 2);
            page.lines().forEach(line -> seen.add(line.asker()));
            after = page.next();
            clock.advance(Duration.ofSeconds(1));
            ask(ann, "Customer " + seen.size());
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(askers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "1~2~3", "9999999999999~9~9~x", "-1~0~0~00000000-0000-0000-0000-000000000000"})
    void a_cursor_made_by_hand_is_the_beginning(String after) {
        ask(ann, "Vandelay");

        assertThat(list.page(new AskerFilter(By.PERSON, Show.ALL, mark, after), 2)
                        .lines())
                .hasSize(1);
    }

    @Test
    void the_questions_of_a_person_or_a_partner_are_shown_with_what_was_answered() {
        var admin = fixtures.admin(ann);
        ask(ann, "Vandelay");
        ask(admin, "Initech");
        var asker = review.find(ann.person().id());
        var partner = review.find(ann.partner().orElseThrow().id());

        assertThat(review.questions(asker, null, null, 10).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.question()).contains("Vandelay", "DE");
                    assertThat(line.verdict()).isEqualTo(AccountVerdict.FREE);
                    assertThat(line.personName()).isEqualTo(ann.name());
                });
        var first = review.questions(partner, AccountVerdict.FREE, null, 1);
        assertThat(first.lines())
                .extracting(QuestionPage.Line::person)
                .containsExactly(admin.person().id());
        assertThat(review.questions(partner, AccountVerdict.FREE, first.next(), 1)
                        .lines())
                .extracting(QuestionPage.Line::person)
                .containsExactly(ann.person().id());
        assertThat(review.questions(partner, AccountVerdict.HOUSE, null, 1).lines())
                .isEmpty();
    }

    private Line line(By by, Actor actor) {
        return lines(by, Show.ALL, mark).stream()
                .filter(line -> line.asker().equals(actor.person().id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Line> lines(By by, Show show, String text) {
        return list.page(new AskerFilter(by, show, text, null), 100).lines();
    }

    private void ask(Actor actor, String name) {
        check.ask(actor, AccountQuestion.about(name, null, "DE"));
    }
}
