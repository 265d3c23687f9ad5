package io.handsel.training;

import io.handsel.security.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The courses in their versions: the first ships with the product, later ones are written on pages. */
@Service
@Transactional
public class Courses {

    /** The course of the onboarding: how to work with the portal. */
    public static final String PORTAL = "portal";

    private static final int SHIPPED = 1;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final String QUIZ = "=== quiz";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Course shipped = read(PORTAL);

    Courses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The newest version.
     *
     * @throws CourseNotFound if there is no such course
     */
    @Transactional(readOnly = true)
    public Course newest(String course) {
        known(course);
        return jdbc.sql("select max(number) from training_version where course = ?")
                .param(course)
                .query(Integer.class)
                .optional()
                .flatMap(number -> version(course, number))
                .orElse(shipped);
    }

    @Transactional(readOnly = true)
    public Optional<Course> version(String course, int number) {
        known(course);
        if (number == SHIPPED) {
            return Optional.of(shipped);
        }
        var lessons = jdbc.sql("select * from training_lesson where course = ? and number = ? order by place")
                .params(course, number)
                .query((row, at) -> new Lesson(
                        row.getInt("place"),
                        row.getString("title_en"),
                        row.getString("title_de"),
                        row.getString("text_en"),
                        row.getString("text_de"),
                        row.getString("quiz_en"),
                        row.getString("quiz_de")))
                .list();
        return lessons.isEmpty() ? Optional.empty() : Optional.of(new Course(course, number, lessons));
    }

    /**
     * Publishes a new version with this lesson changed, or added at the end.
     *
     * @param base the version that was changed
     * @return why not; empty where it is published
     */
    public Optional<LessonRefusal> publish(Actor by, String course, int base, Lesson lesson) {
        var present = newest(course);
        if (present.version() != base) {
            return Optional.of(LessonRefusal.CHANGED_MEANWHILE);
        }
        var wrong = wrong(lesson);
        if (wrong.isPresent()) {
            return wrong;
        }
        var number = base + 1;
        // Of two at once the second one finds the number taken.
        var taken = jdbc.sql("""
                                insert into training_version (course, number, published_by, published_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(course, number, by.person().id(), Timestamp.from(clock.instant()))
                        .update()
                == 0;
        if (taken) {
            return Optional.of(LessonRefusal.CHANGED_MEANWHILE);
        }
        List<Lesson> lessons = new ArrayList<>(present.lessons());
        lessons.removeIf(other -> other.place() == lesson.place());
        lessons.add(lesson);
        lessons.forEach(each -> insert(course, number, each));
        return Optional.empty();
    }

    private void insert(String course, int number, Lesson lesson) {
        jdbc.sql("""
                        insert into training_lesson
                            (course, number, place, title_en, title_de, text_en, text_de, quiz_en, quiz_de)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        course,
                        number,
                        lesson.place(),
                        lesson.titleEn(),
                        lesson.titleDe(),
                        lesson.textEn(),
                        lesson.textDe(),
                        lesson.quizEn(),
                        lesson.quizDe())
                .update();
    }

    private static Optional<LessonRefusal> wrong(Lesson lesson) {
        for (var title : List.of(lesson.titleEn(), lesson.titleDe())) {
            if (title.isBlank() || title.length() > LONGEST_TITLE) {
                return Optional.of(LessonRefusal.TEXT_MISSING);
            }
        }
        for (var text : List.of(lesson.textEn(), lesson.textDe())) {
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                return Optional.of(LessonRefusal.TEXT_MISSING);
            }
        }
        var english = Quiz.read(lesson.quizEn());
        var german = Quiz.read(lesson.quizDe());
        if (!english.isSound() || !german.isSound() || isTooLong(lesson)) {
            return Optional.of(LessonRefusal.QUIZ_UNSOUND);
        }
        return english.matches(german) ? Optional.empty() : Optional.of(LessonRefusal.QUIZ_DIFFERS);
    }

    private static boolean isTooLong(Lesson lesson) {
        return lesson.quizEn().length() > LONGEST_TEXT || lesson.quizDe().length() > LONGEST_TEXT;
    }

    private static void known(String course) {
        if (!PORTAL.equals(course)) {
            throw CourseNotFound.of("course " + course);
        }
    }

    private static Course read(String course) {
        List<Lesson> lessons = new ArrayList<>();
        for (int place = 1; exists(course, place); place++) {
            var english = parts(course, place, "en");
            var german = parts(course, place, "de");
            lessons.add(new Lesson(
                    place,
                    title(english[0]),
                    title(german[0]),
                    text(english[0]),
                    text(german[0]),
                    english[1],
                    german[1]));
        }
        return new Course(course, SHIPPED, lessons);
    }

    private static boolean exists(String course, int place) {
        return file(course, place, "en").exists();
    }

    private static ClassPathResource file(String course, int place, String language) {
        return new ClassPathResource("training/" + course + "/" + place + "." + language + ".md");
    }

    private static String[] parts(String course, int place, String language) {
        try {
            return file(course, place, language)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\n" + QUIZ + "\n", 2);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The heading is the title, and no part of the text. */
    private static String title(String written) {
        return written.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
    }

    private static String text(String written) {
        return written.substring(written.indexOf('\n') + 1).strip();
    }
}
