package io.handsel.accounts.web;

import io.handsel.accounts.ClaimId;
import io.handsel.accounts.ColleagueOutcome;
import io.handsel.accounts.ColleagueOutcome.Refused;
import io.handsel.accounts.ColleagueRequestId;
import io.handsel.accounts.ColleagueRequests;
import io.handsel.accounts.ColleagueWish;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Colleagues who share a customer or hand it over: one click to ask, one to answer. */
@Controller
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class ColleagueRequestController {

    private static final int MOST_SHOWN = 50;
    private static final String SAID = "accounts.said.colleague.";

    private final ColleagueRequests requests;
    private final ColleagueTexts texts;
    private final CurrentActor currentActor;

    ColleagueRequestController(ColleagueRequests requests, ColleagueTexts texts, CurrentActor currentActor) {
        this.requests = requests;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    @GetMapping("/accounts/colleagues")
    String list(Model model) {
        var actor = currentActor.get();
        model.addAttribute("waiting", texts.lines(requests.waitingFor(actor), actor));
        model.addAttribute("asked", texts.lines(requests.askedBy(actor, MOST_SHOWN), actor));
        return "accounts/colleagues";
    }

    @PostMapping("/accounts/claims/{id}/colleagues")
    String ask(@PathVariable ClaimId id, @RequestParam(defaultValue = "JOIN") ColleagueWish wish) {
        return said(requests.ask(currentActor.get(), id, wish));
    }

    @PostMapping("/accounts/colleagues/{id}/answer")
    String answer(@PathVariable ColleagueRequestId id, @RequestParam(defaultValue = "false") boolean agree) {
        var actor = currentActor.get();
        return said(agree ? requests.agree(actor, id) : requests.decline(actor, id));
    }

    private static String said(ColleagueOutcome outcome) {
        String what;
        if (outcome instanceof ColleagueOutcome.Answered answered) {
            what = String.valueOf(answered.request().answer());
        } else {
            what = outcome instanceof Refused refused ? refused.reason().name() : "WAITING";
        }
        return "redirect:/accounts/colleagues?said=" + SAID + what;
    }
}
