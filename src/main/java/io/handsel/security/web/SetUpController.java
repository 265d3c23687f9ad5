package io.handsel.security.web;

import io.handsel.kernel.EmailAddress;
import io.handsel.security.AllowAnyone;
import io.handsel.security.NewPerson;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.security.SetUpLink;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where the link of a first start leads: makes the first person, who can make the others. */
@Controller
@RequestMapping("/set-up/{token}")
@AllowAnyone(because = "there is nobody yet who could sign in; the link itself is the key")
class SetUpController {

    private static final int UNPROCESSABLE = 422;

    private final SetUpLink link;
    private final People people;

    SetUpController(SetUpLink link, People people) {
        this.link = link;
        this.people = people;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        requireValid(token);
        model.addAttribute("form", FirstPersonForm.empty());
        return "security/set-up";
    }

    @PostMapping
    String make(
            @PathVariable String token,
            @Valid @ModelAttribute("form") FirstPersonForm form,
            BindingResult problems,
            HttpServletResponse response,
            Locale locale) {
        requireValid(token);
        if (!form.email().isBlank() && !EmailAddress.isValid(form.email())) {
            problems.rejectValue("email", "security.email.wrong");
        }
        if (!form.password().equals(form.repeatedPassword())) {
            problems.rejectValue("repeatedPassword", "security.password.differs");
        }
        if (!problems.hasFieldErrors("password")) {
            people.judge(form.password(), form.signInName(), form.email())
                    .ifPresent(refused -> problems.rejectValue("password", "security.password." + refused));
        }
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return "security/set-up";
        }
        var first = NewPerson.ofVendor(
                        form.signInName(), form.name(), EmailAddress.parse(form.email()), Role.OPERATOR, Role.DESIGNER)
                .speaking(locale)
                .withPassword(form.password());
        link.use(token, first).orElseThrow(SetUpController::gone);
        return "redirect:" + SignInPage.PATH + "?news=set-up";
    }

    private void requireValid(String token) {
        if (!link.isValid(token)) {
            throw gone();
        }
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
