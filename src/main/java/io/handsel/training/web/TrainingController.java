package io.handsel.training.web;

import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.training.CertificateId;
import io.handsel.training.Course;
import io.handsel.training.CourseNotFound;
import io.handsel.training.Courses;
import io.handsel.training.Lesson;
import io.handsel.training.Quiz;
import io.handsel.training.Training;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lessons to read, questions to answer, certificates to show. */
@Controller
@RequestMapping("/training")
@Allow({
    Role.PARTNER_ADMIN,
    Role.PARTNER_SALES,
    Role.PARTNER_MARKETING,
    Role.PARTNER_FINANCE,
    Role.MANAGER,
    Role.DESIGNER
})
class TrainingController {

    private final Courses courses;
    private final Training training;
    private final People people;
    private final Partners partners;
    private final CurrentActor current;
    private final Clock clock;

    TrainingController(
            Courses courses, Training training, People people, Partners partners, CurrentActor current, Clock clock) {
        this.courses = courses;
        this.training = training;
        this.people = people;
        this.partners = partners;
        this.current = current;
        this.clock = clock;
    }

    /** A lesson in the reader's language. */
    record Shown(int place, String title, String html) {}

    @GetMapping
    String courses(Model model) {
        var actor = current.get();
        model.addAttribute("courses", List.of(courses.newest(Courses.PORTAL)));
        model.addAttribute("certificates", training.ofPerson(actor.person()));
        model.addAttribute("now", clock.instant());
        return "training/courses";
    }

    @GetMapping("/{course}/lessons/{place}")
    String lesson(@PathVariable String course, @PathVariable int place, Model model) {
        var found = courses.newest(course);
        var lesson = found.lesson(place).orElseThrow(() -> CourseNotFound.of("lesson " + place));
        model.addAttribute("course", found);
        model.addAttribute("lesson", shown(lesson));
        model.addAttribute("next", found.lesson(place + 1).isPresent() ? place + 1 : null);
        model.addAttribute("mayEdit", !current.get().isPartner());
        return "training/lesson";
    }

    private Shown shown(Lesson lesson) {
        var locale = current.get().locale();
        return new Shown(lesson.place(), lesson.title(locale), lesson.html(locale));
    }

    @GetMapping("/{course}/quiz")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
    String quiz(@PathVariable String course, Model model) {
        return ask(courses.newest(course), Map.of(), model);
    }

    /** @param version of the course whose questions were answered: whoever passes has passed that one */
    @PostMapping("/{course}/quiz")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
    ModelAndView answer(
            @PathVariable String course,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam Map<String, String> sent,
            Model model) {
        var asked = courses.version(course, version).orElseGet(() -> courses.newest(course));
        var picked = picked(sent);
        if (!picked.keySet().containsAll(places(asked))) {
            model.addAttribute("unanswered", true);
            return again(asked, picked, model);
        }
        var result = training.answer(current.get(), course, asked.version(), picked);
        if (result.isPassed()) {
            return new ModelAndView(
                    "redirect:/training/certificates/" + result.certificate() + "?said=training.said.passed");
        }
        model.addAttribute("result", result);
        return again(asked, Map.of(), model);
    }

    private List<Integer> places(Course course) {
        return IntStream.range(0, course.questions(current.get().locale()).size())
                .boxed()
                .toList();
    }

    private static Map<Integer, Integer> picked(Map<String, String> sent) {
        var picked = new HashMap<Integer, Integer>();
        sent.forEach((name, answer) -> {
            if (name.matches("q[0-9]{1,3}") && answer.matches("[0-9]{1,3}")) {
                picked.put(Integer.valueOf(name.substring(1)), Integer.valueOf(answer));
            }
        });
        return picked;
    }

    private ModelAndView again(Course course, Map<Integer, Integer> picked, Model model) {
        var view = new ModelAndView(ask(course, picked, model));
        view.addAllObjects(model.asMap());
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private String ask(Course course, Map<Integer, Integer> picked, Model model) {
        List<Quiz.Question> questions = course.questions(current.get().locale());
        model.addAttribute("course", course);
        model.addAttribute("questions", questions);
        model.addAttribute("needed", training.needed(course));
        model.addAttribute("picked", picked);
        return "training/quiz";
    }

    @GetMapping("/certificates/{id}")
    @Allow({
        Role.PARTNER_ADMIN,
        Role.PARTNER_SALES,
        Role.PARTNER_MARKETING,
        Role.PARTNER_FINANCE,
        Role.MANAGER,
        Role.DIRECTOR,
        Role.DESIGNER
    })
    String certificate(@PathVariable CertificateId id, Model model) {
        var certificate = training.find(current.get(), id).orElseThrow(() -> CourseNotFound.of("certificate " + id));
        model.addAttribute("certificate", certificate);
        model.addAttribute("holder", people.get(certificate.holder()).name());
        model.addAttribute("company", partners.get(certificate.partner()).name());
        model.addAttribute("valid", certificate.isValidAt(clock.instant()));
        model.addAttribute("readsLessons", !current.get().is(Role.DIRECTOR));
        return "training/certificate";
    }
}
