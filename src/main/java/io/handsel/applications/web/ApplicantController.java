package io.handsel.applications.web;

import io.handsel.applications.ApplicantLink;
import io.handsel.applications.ApplicationOutcome;
import io.handsel.applications.Applying;
import io.handsel.dns.CodeOutcome;
import io.handsel.security.AllowAnyone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The private page of an application. Opening it uses nothing up; its address is the key and is in no log. */
@Controller
@RequestMapping("/apply/{token}")
@AllowAnyone(because = "an applicant has no account; the link itself is the key")
class ApplicantController {

    private static final String SAID = "applications.said.";

    private final Applying applying;

    ApplicantController(Applying applying) {
        this.applying = applying;
    }

    @GetMapping
    String page(@PathVariable String token, Model model, HttpServletResponse response) {
        return show(token, model, response);
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable String token, Model model, HttpServletResponse response) {
        return answered(token, applying.withdraw(token), "withdrawn", model, response);
    }

    /** The answer to what the reviewer has asked. */
    @PostMapping("/answer")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("typed", answer);
        return answered(token, applying.answer(token, answer), "answered", model, response);
    }

    /** Mails a code to somebody at the domain. */
    @PostMapping("/code")
    String code(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String mailbox,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("mailbox", mailbox);
        return proven(token, applying.sendCode(token, mailbox), model, response);
    }

    /** The code from that mail. */
    @PostMapping("/proof")
    String proof(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        return proven(token, applying.enterCode(token, code), model, response);
    }

    private String proven(String token, CodeOutcome outcome, Model model, HttpServletResponse response) {
        if (outcome == CodeOutcome.SENT || outcome == CodeOutcome.PROVEN) {
            return "redirect:/apply/" + token + "?said=" + SAID + outcome.name().toLowerCase(Locale.ROOT);
        }
        model.addAttribute("codeRefused", outcome);
        var view = show(token, model, response);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view;
    }

    /** Sends a new link to the contact's address. */
    @PostMapping("/link")
    String link(@PathVariable String token) {
        applying.sendLinkAgain(token);
        return "redirect:/apply/sent?said=applications.said.link";
    }

    private String answered(
            String token, ApplicationOutcome outcome, String said, Model model, HttpServletResponse response) {
        if (outcome instanceof ApplicationOutcome.Refused refused) {
            model.addAttribute("refused", refused.reasons().get(0));
            var view = show(token, model, response);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view;
        }
        return "redirect:/apply/" + token + "?said=" + SAID + said;
    }

    private String show(String token, Model model, HttpServletResponse response) {
        var link = applying.look(token);
        model.addAttribute("token", token);
        if (link instanceof ApplicantLink.Open open) {
            model.addAttribute("page", open.page());
            return "applications/status";
        }
        model.addAttribute("ended", link instanceof ApplicantLink.Ended ended ? ended.address() : null);
        response.setStatus(
                link instanceof ApplicantLink.Ended ? HttpServletResponse.SC_GONE : HttpServletResponse.SC_NOT_FOUND);
        return "applications/link-ended";
    }
}
