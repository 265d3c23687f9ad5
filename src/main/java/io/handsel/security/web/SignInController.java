package io.handsel.security.web;

import io.handsel.security.AllowAnyone;
import io.handsel.security.CurrentActor;
import io.handsel.security.SignInHints;
import io.handsel.security.SignInPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. Its form is answered by Spring Security; what it refuses is shown here again. */
@Controller
@AllowAnyone(because = "whoever wants to sign in is not signed in yet")
class SignInController {

    private static final Set<String> NEWS = Set.of("out", "set-up", "password", "welcome");

    private final CurrentActor actor;
    private final ObjectProvider<SignInHints> hints;

    SignInController(CurrentActor actor, ObjectProvider<SignInHints> hints) {
        this.actor = actor;
        this.hints = hints;
    }

    @ModelAttribute("hints")
    List<SignInHints.Hint> hints() {
        return hints.stream().flatMap(some -> some.hints().stream()).toList();
    }

    @GetMapping(SignInPage.PATH)
    String ask(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "") String news, Model model) {
        if (actor.find().isPresent()) {
            return "redirect:" + SignInPage.pathWithin(to);
        }
        model.addAttribute("to", SignInPage.pathWithin(to));
        model.addAttribute("news", NEWS.contains(news) ? news : null);
        return "security/sign-in";
    }

    @PostMapping(SignInPage.REFUSED_PATH)
    String askAgain(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String to,
            @RequestAttribute(name = SignInPage.PROBLEM, required = false) @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("name", name);
        model.addAttribute("to", SignInPage.pathWithin(to));
        model.addAttribute("problem", Objects.requireNonNullElse(problem, "wrong"));
        response.setStatus("wait".equals(problem) ? 429 : HttpServletResponse.SC_UNAUTHORIZED);
        return "security/sign-in";
    }
}
