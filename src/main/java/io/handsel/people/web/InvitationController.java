package io.handsel.people.web;

import io.handsel.people.PeopleAdministration;
import io.handsel.security.AllowAnyone;
import io.handsel.security.PasswordLinkProblem;
import io.handsel.security.PasswordLinkState;
import io.handsel.security.PasswordLinks;
import io.handsel.security.People;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link of an invitation leads: somebody chooses a password. Opening it alone uses nothing up. */
@Controller
@RequestMapping("/invitation/{token}")
@AllowAnyone(because = "whoever was invited cannot sign in yet; the link itself is the key")
class InvitationController {

    private static final int UNPROCESSABLE = 422;

    private final PasswordLinks links;
    private final PeopleAdministration administration;
    private final People people;

    InvitationController(PasswordLinks links, PeopleAdministration administration, People people) {
        this.links = links;
        this.administration = administration;
        this.people = people;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        model.addAttribute("form", InvitationForm.empty());
        return page(links.look(token), model, response);
    }

    @PostMapping
    String choose(
            @PathVariable String token,
            @ModelAttribute("form") InvitationForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var state = links.look(token);
        if (!(state instanceof PasswordLinkState.Open open)) {
            return page(state, model, response);
        }
        if (!form.password().equals(form.repeatedPassword())) {
            problems.rejectValue("repeatedPassword", "security.password.differs");
        }
        people.judge(
                        form.password(),
                        open.person().signInName(),
                        open.person().email().address())
                .ifPresent(refused -> problems.rejectValue("password", "security.password." + refused));
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(state, model, response);
        }
        if (administration.arrive(token, form.password()).isEmpty()) {
            return page(new PasswordLinkState.Closed(PasswordLinkProblem.USED), model, response);
        }
        return "redirect:" + SignInPage.PATH + "?news=welcome";
    }

    private static String page(PasswordLinkState state, Model model, HttpServletResponse response) {
        if (state instanceof PasswordLinkState.Closed closed) {
            response.setStatus(
                    closed.problem() == PasswordLinkProblem.UNKNOWN
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_GONE);
            model.addAttribute("problem", closed.problem());
            return "people/invitation-closed";
        }
        model.addAttribute("open", state);
        return "people/invitation";
    }
}
