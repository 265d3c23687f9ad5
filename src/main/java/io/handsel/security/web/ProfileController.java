package io.handsel.security.web;

import io.handsel.security.AllowSignedIn;
import io.handsel.security.CurrentActor;
import io.handsel.security.PasswordChange;
import io.handsel.security.People;
import io.handsel.security.ReaderChoices;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.HttpServletResponse;
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
        model.addAttribute("languages", ReaderChoices.LANGUAGES);
        model.addAttribute("zones", ReaderChoices.ZONES);
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
        var locale = ReaderChoices.language(form.language());
        var zone = ReaderChoices.zone(form.zone());
        if (locale.isEmpty()) {
            problems.rejectValue("language", "security.language.unknown");
        }
        if (zone.isEmpty()) {
            problems.rejectValue("zone", "security.zone.unknown");
        }
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("passwords", PasswordForm.empty());
            return "security/profile";
        }
        people.prefer(actor.get().person(), locale.orElseThrow(), zone.orElseThrow(), form.singleKeys());
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
}
