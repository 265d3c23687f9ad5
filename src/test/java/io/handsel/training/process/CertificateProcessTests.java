package io.handsel.training.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.handsel.MovableClock;
import io.handsel.engine.ProcessCoverage;
import io.handsel.onboarding.OnboardingFixtures;
import io.handsel.onboarding.OnboardingFixtures.NewOne;
import io.handsel.onboarding.OnboardingTest;
import io.handsel.onboarding.StepKind;
import io.handsel.security.Role;
import io.handsel.training.CertificateState;
import io.handsel.training.Courses;
import io.handsel.training.Lesson;
import io.handsel.training.LessonRefusal;
import io.handsel.training.Training;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the right answers to the end of a certificate, one test a path; together they leave no element out. */
@OnboardingTest
class CertificateProcessTests {

    @Autowired
    OnboardingFixtures fixtures;

    @Autowired
    Training training;

    @Autowired
    Courses courses;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void monday_10_in_berlin() {
        clock.moveTo(MovableClock.START);
    }

    @AfterAll
    static void no_element_is_left_out(@Autowired ProcessEngine engine) {
        ProcessCoverage.of(engine, CertificateContract.KEY).assertAtLeast(100);
    }

    @Test
    void whoever_passes_holds_a_certificate_and_finishes_the_step() {
        var one = fixtures.signed();
        var asked = courses.newest(Courses.PORTAL);
        var wrong = new HashMap<>(right());
        wrong.replaceAll((question, answer) -> (answer + 1) % 3);

        var failed = training.answer(one.admin(), Courses.PORTAL, asked.version(), wrong);
        assertThat(failed.isPassed()).isFalse();
        assertThat(failed.right()).isZero();
        assertThat(fixtures.done(one)).doesNotContain(StepKind.TRAINING);
        wrong.clear();
        wrong.putAll(right());
        wrong.remove(0);
        var passed = training.answer(one.admin(), Courses.PORTAL, asked.version(), wrong);

        assertThat(passed.right()).as("one mistake in six").isEqualTo(5);
        assertThat(passed.needed()).isEqualTo(5);
        assertThat(passed.isPassed()).isTrue();
        assertThat(fixtures.done(one)).contains(StepKind.TRAINING);
        assertThat(training.ofPartner(one.id())).singleElement().satisfies(certificate -> {
            assertThat(certificate.version()).isEqualTo(asked.version());
            assertThat(certificate.expiresAt()).isEqualTo("2028-03-03T00:00:00Z");
        });
    }

    @Test
    void the_holder_and_the_manager_hear_of_the_end_three_times_and_then_it_is_over() {
        var one = certified();
        var manager = fixtures.manager(one);

        fixtures.itIs("2028-01-02T23:59:00Z");
        assertThat(ends(fixtures.mails(one.admin()))).isZero();
        fixtures.itIs("2028-01-03T00:00:00Z");
        assertThat(ends(fixtures.mails(one.admin()))).isEqualTo(1);
        assertThat(ends(fixtures.mails(manager))).isEqualTo(1);
        fixtures.itIs("2028-02-02T00:00:00Z");
        assertThat(ends(fixtures.mails(manager))).isEqualTo(2);
        fixtures.itIs("2028-02-25T00:00:00Z");
        assertThat(ends(fixtures.mails(one.admin()))).isEqualTo(3);
        assertThat(state(one)).isEqualTo(CertificateState.VALID);
        fixtures.itIs("2028-03-03T00:00:00Z");

        assertThat(state(one)).isEqualTo(CertificateState.EXPIRED);
        assertThat(fixtures.mails(one.admin())).contains("Your certificate has ended");
    }

    @Test
    void whoever_passes_again_hears_nothing_of_the_old_one() {
        var one = certified();
        fixtures.itIs("2028-01-01T10:00:00Z");

        training.answer(
                one.admin(), Courses.PORTAL, courses.newest(Courses.PORTAL).version(), right());
        fixtures.itIs("2028-01-03T00:00:00Z");

        assertThat(ends(fixtures.mails(one.admin()))).isZero();
        assertThat(training.ofPerson(one.admin().person()))
                .extracting(certificate -> certificate.state())
                .containsExactly(CertificateState.VALID, CertificateState.RENEWED);
    }

    @Test
    void what_has_been_renewed_or_has_ended_stays_so() {
        var one = certified();
        fixtures.itIs("2028-03-03T00:00:00Z");
        assertThat(state(one)).isEqualTo(CertificateState.EXPIRED);

        training.answer(
                one.admin(), Courses.PORTAL, courses.newest(Courses.PORTAL).version(), right());
        clock.advance(Duration.ofMinutes(1));
        training.answer(
                one.admin(), Courses.PORTAL, courses.newest(Courses.PORTAL).version(), right());
        training.expire(training.ofPartner(one.id()).get(1).id());

        assertThat(training.ofPartner(one.id()))
                .extracting(certificate -> certificate.state())
                .containsExactly(CertificateState.VALID, CertificateState.RENEWED, CertificateState.EXPIRED);
    }

    @Test
    void a_certificate_is_its_holders_and_the_vendors_to_see() {
        var one = certified();
        var certificate = training.ofPartner(one.id()).get(0);

        assertThat(training.find(one.admin(), certificate.id())).contains(certificate);
        assertThat(training.find(fixtures.manager(one), certificate.id())).contains(certificate);
        assertThat(training.find(fixtures.person(one.partner(), Role.PARTNER_SALES), certificate.id()))
                .isEmpty();
        assertThat(training.find(fixtures.waiting().admin(), certificate.id())).isEmpty();
    }

    @Test
    void a_changed_lesson_is_a_new_version_and_whoever_passed_has_passed_the_old_one() {
        var one = certified();
        var before = courses.newest(Courses.PORTAL);
        var lesson = before.lesson(1).orElseThrow();
        var designer = fixtures.manager(one);
        var better = with(lesson, lesson.quizEn());

        assertThat(courses.publish(designer, Courses.PORTAL, before.version(), better))
                .isEmpty();
        assertThat(courses.publish(designer, Courses.PORTAL, before.version(), better))
                .contains(LessonRefusal.CHANGED_MEANWHILE);

        var after = courses.newest(Courses.PORTAL);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.lesson(1).orElseThrow().titleEn()).isEqualTo("Better");
        assertThat(after.lesson(2)).isEqualTo(before.lesson(2));
        assertThat(courses.version(Courses.PORTAL, before.version())).contains(before);
        assertThat(training.ofPartner(one.id()))
                .extracting(certificate -> certificate.version())
                .containsExactly(before.version());
        for (var text : List.of(" ", "x".repeat(20_001))) {
            assertThat(courses.publish(
                            designer,
                            Courses.PORTAL,
                            after.version(),
                            new Lesson(1, "Better", "Besser", text, "Text", "", "")))
                    .contains(LessonRefusal.TEXT_MISSING);
        }
        for (var title : List.of("", "x".repeat(201))) {
            assertThat(courses.publish(
                            designer,
                            Courses.PORTAL,
                            after.version(),
                            new Lesson(1, "Better", title, "Text", "Text", "", "")))
                    .contains(LessonRefusal.TEXT_MISSING);
        }
        var endless = "? " + "x".repeat(20_000) + "\n* me\n- you";
        assertThat(courses.publish(
                        designer,
                        Courses.PORTAL,
                        after.version(),
                        new Lesson(1, "Better", "Besser", "Text", "Text", "? Who?\n* me\n- you", endless)))
                .contains(LessonRefusal.QUIZ_UNSOUND);
        for (var quiz : List.of("? Who?\n- nobody\n- me", "? Who?\n* me", "? Who?\n* me\n* you")) {
            assertThat(courses.publish(designer, Courses.PORTAL, after.version(), with(lesson, quiz)))
                    .contains(LessonRefusal.QUIZ_UNSOUND);
        }
        assertThat(courses.publish(designer, Courses.PORTAL, after.version(), with(lesson, "? Who?\n* me\n- you")))
                .contains(LessonRefusal.QUIZ_DIFFERS);
    }

    private static Lesson with(Lesson lesson, String quizEn) {
        return new Lesson(1, "Better", lesson.titleDe(), lesson.textEn(), lesson.textDe(), quizEn, lesson.quizDe());
    }

    private NewOne certified() {
        var one = fixtures.signed();
        training.answer(
                one.admin(), Courses.PORTAL, courses.newest(Courses.PORTAL).version(), right());
        return one;
    }

    private Map<Integer, Integer> right() {
        var questions = courses.newest(Courses.PORTAL).questions(Locale.GERMAN);
        var right = new HashMap<Integer, Integer>();
        for (int at = 0; at < questions.size(); at++) {
            right.put(at, questions.get(at).right());
        }
        return right;
    }

    private CertificateState state(NewOne one) {
        return training.ofPartner(one.id()).get(0).state();
    }

    private static long ends(List<String> subjects) {
        return subjects.stream()
                .filter(subject -> subject.contains("ertificate") && subject.contains(" ends "))
                .count();
    }
}
