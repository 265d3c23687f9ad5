package io.handsel.security.web;

import io.handsel.security.AllowSignedIn;
import io.handsel.security.CurrentActor;
import io.handsel.security.PasswordChange;
import io.handsel.security.People;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people may change about themselves. */
@Controller
@RequestMapping("/profile")
@AllowSignedIn
class ProfileController {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final int UNPROCESSABLE = 422;

    private final People people;
    private final CurrentActor actor;

    ProfileController(People people, CurrentActor actor) {
        this.people = people;
        this.actor = actor;
    }

    @ModelAttribute
    void common(Model model) {
        model.addAttribute("person", people.get(actor.get().person()));
        model.addAttribute("languages", LANGUAGES);
        model.addAttribute("zones", zones());
    }

    @GetMapping
    String show(Model model) {
        var person = people.get(actor.get().person());
        model.addAttribute(
                "preferences",
                new PreferencesForm(person.locale().getLanguage(), person.zone().getId(), person.singleKeys()));
        model.addAttribute("passwords", PasswordForm.empty());
        return "security/profile";
    }

    @PostMapping("/preferences")
    String prefer(
            @ModelAttribute("preferences") PreferencesForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var locale = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(form.language()))
                .findAny();
        if (locale.isEmpty()) {
            problems.rejectValue("language", "security.language.unknown");
        }
        if (!isZone(form.zone())) {
            problems.rejectValue("zone", "security.zone.unknown");
        }
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("passwords", PasswordForm.empty());
            return "security/profile";
        }
        people.prefer(actor.get().person(), locale.orElseThrow(), ZoneId.of(form.zone()), form.singleKeys());
        return "redirect:/profile?said=security.said.saved";
    }

    /** Ends every session of the person, this one too: whoever else had the old password is out. */
    @PostMapping("/password")
    String changePassword(
            @ModelAttribute("passwords") PasswordForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        if (!form.newPassword().equals(form.repeatedPassword())) {
            problems.rejectValue("repeatedPassword", "security.password.differs");
        } else {
            var change = people.changePassword(actor.get().person(), form.presentPassword(), form.newPassword());
            if (change == PasswordChange.WRONG_PASSWORD) {
                problems.rejectValue("presentPassword", "security.password." + change);
            } else if (change != PasswordChange.CHANGED) {
                problems.rejectValue("newPassword", "security.password." + change);
            }
        }
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            var person = people.get(actor.get().person());
            model.addAttribute(
                    "preferences",
                    new PreferencesForm(
                            person.locale().getLanguage(), person.zone().getId(), person.singleKeys()));
            return "security/profile";
        }
        return "redirect:" + SignInPage.PATH + "?news=password";
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name).getId().equals(name);
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    /** The places people look for, not the aliases and offsets. */
    private static List<String> zones() {
        return Stream.concat(
                        Stream.of("UTC"),
                        new TreeSet<>(ZoneId.getAvailableZoneIds())
                                .stream()
                                        .filter(zone -> zone.matches(
                                                "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")))
                .toList();
    }
}
