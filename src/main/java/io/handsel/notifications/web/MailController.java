package io.handsel.notifications.web;

import io.handsel.notifications.MailState;
import io.handsel.notifications.MailView;
import io.handsel.notifications.OutgoingMail;
import io.handsel.security.Allow;
import io.handsel.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has been sent, what waits and what failed, for the operator. */
@Controller
@RequestMapping("/operations/mail")
@Allow(Role.OPERATOR)
class MailController {

    private static final int PAGE = 50;

    private final OutgoingMail mail;

    MailController(OutgoingMail mail) {
        this.mail = mail;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable MailState state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after,
            Model model) {
        var mails = mail.page(state, after, PAGE + 1);
        var shown = mails.subList(0, Math.min(PAGE, mails.size()));
        model.addAttribute("mails", shown);
        model.addAttribute("next", mails.size() > PAGE ? last(shown).position() : null);
        model.addAttribute("states", MailState.values());
        model.addAttribute("state", state);
        model.addAttribute("hasServer", mail.hasServer());
        return "notifications/mails";
    }

    @GetMapping("/{position}")
    String show(@PathVariable long position, Model model) {
        model.addAttribute("mail", mail.get(position));
        return "notifications/mail-details";
    }

    @PostMapping("/{position}/retry")
    String retry(@PathVariable long position) {
        var said = mail.retry(position) ? "notifications.said.retried" : "notifications.said.sentMeanwhile";
        return "redirect:/operations/mail/" + position + "?said=" + said;
    }

    private static MailView last(List<MailView> mails) {
        return mails.get(mails.size() - 1);
    }
}
