package io.handsel.training.web;

import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.training.Course;
import io.handsel.training.Courses;
import io.handsel.training.Lesson;
import io.handsel.training.LessonRefusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where lessons are written. Each saving is a new version of the course; who passed an older one has passed that. */
@Controller
@RequestMapping("/training/{course}/lessons/{place}/edit")
@Allow({Role.MANAGER, Role.DESIGNER})
class LessonController {

    private static final int UNPROCESSABLE = 422;

    private final Courses courses;
    private final CurrentActor current;

    LessonController(Courses courses, CurrentActor current) {
        this.courses = courses;
        this.current = current;
    }

    /**
     * A lesson as it is typed.
     *
     * @param version of the course that was changed
     */
    record LessonForm(
            String titleEn,
            String titleDe,
            String textEn,
            String textDe,
            String quizEn,
            String quizDe,
            String version) {

        LessonForm {
            titleEn = text(titleEn);
            titleDe = text(titleDe);
            textEn = text(textEn);
            textDe = text(textDe);
            quizEn = text(quizEn);
            quizDe = text(quizDe);
            version = text(version);
        }

        static LessonForm of(Course course, Optional<Lesson> lesson) {
            return new LessonForm(
                    lesson.map(Lesson::titleEn).orElse(""),
                    lesson.map(Lesson::titleDe).orElse(""),
                    lesson.map(Lesson::textEn).orElse(""),
                    lesson.map(Lesson::textDe).orElse(""),
                    lesson.map(Lesson::quizEn).orElse(""),
                    lesson.map(Lesson::quizDe).orElse(""),
                    String.valueOf(course.version()));
        }

        Lesson at(int place) {
            return new Lesson(place, titleEn, titleDe, textEn, textDe, quizEn, quizDe);
        }

        int base() {
            return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping
    String form(@PathVariable String course, @PathVariable int place, Model model) {
        var found = courses.newest(course);
        model.addAttribute("form", LessonForm.of(found, found.lesson(place)));
        return show(found, place, model);
    }

    @PostMapping
    String publish(
            @PathVariable String course,
            @PathVariable int place,
            @ModelAttribute("form") LessonForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var found = courses.newest(course);
        // A new lesson stands at the end.
        var at = found.lesson(place).isPresent() ? place : found.lessons().size() + 1;
        var refused = courses.publish(current.get(), course, form.base(), form.at(at));
        if (refused.isEmpty()) {
            return "redirect:/training/" + course + "/lessons/" + at + "?said=training.said.published";
        }
        problems.reject("training.lesson.refused." + refused.get());
        if (refused.get() == LessonRefusal.CHANGED_MEANWHILE) {
            // What was typed stays; sending it again is meant.
            model.addAttribute("currentVersion", found.version());
        }
        response.setStatus(UNPROCESSABLE);
        return show(found, place, model);
    }

    private static String show(Course course, int place, Model model) {
        model.addAttribute("course", course);
        model.addAttribute("place", place);
        return "training/lesson-edit";
    }
}
