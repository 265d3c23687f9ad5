package io.handsel.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One version of a course. Version 1 ships with the product.
 *
 * @param word its name in addresses and tables; the title stands in the messages under {@code training.course}
 */
public record Course(String word, int version, List<Lesson> lessons) {

    public Course {
        lessons = List.copyOf(lessons);
    }

    public Optional<Lesson> lesson(int place) {
        return lessons.stream().filter(lesson -> lesson.place() == place).findFirst();
    }

    /** Every question of every lesson, in their order. */
    public List<Quiz.Question> questions(Locale reader) {
        return lessons.stream()
                .flatMap(lesson -> lesson.quiz(reader).questions().stream())
                .toList();
    }
}
