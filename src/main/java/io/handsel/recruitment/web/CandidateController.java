package io.handsel.recruitment.web;

import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateOutcome;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a candidate, and what is done with it there. */
@Controller
@RequestMapping("/candidates/{id}")
@Allow({Role.MANAGER, Role.DIRECTOR})
class CandidateController {

    private static final String SAID = "recruitment.said.";

    private final Campaigns campaigns;
    private final CandidateDesk desk;
    private final CandidateHistory history;
    private final CurrentActor current;

    CandidateController(Campaigns campaigns, CandidateDesk desk, CandidateHistory history, CurrentActor current) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.history = history;
        this.current = current;
    }

    @GetMapping
    String show(@PathVariable CandidateId id, Model model) {
        var candidate = desk.get(id);
        model.addAttribute("candidate", candidate);
        model.addAttribute("alike", desk.alike(id));
        model.addAttribute("history", history.of(id));
        model.addAttribute("drawing", history.drawing(id));
        model.addAttribute("campaigns", campaigns.open());
        return "recruitment/candidate";
    }

    @PostMapping("/write")
    ModelAndView write(@PathVariable CandidateId id, Model model) {
        return done(id, desk.write(current.get(), id), "writing", model);
    }

    @PostMapping("/answered")
    ModelAndView answered(@PathVariable CandidateId id, Model model) {
        return done(id, desk.answered(current.get(), id), "answered", model);
    }

    @PostMapping("/reject")
    ModelAndView reject(@PathVariable CandidateId id, Model model) {
        return done(id, desk.reject(current.get(), id), "rejected", model);
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable CandidateId id, Model model) {
        return done(id, desk.withdraw(current.get(), id), "withdrawn", model);
    }

    @PostMapping("/reopen")
    ModelAndView reopen(@PathVariable CandidateId id, Model model) {
        return done(id, desk.reopen(current.get(), id), "reopened", model);
    }

    @PostMapping("/opt-out")
    ModelAndView optOut(@PathVariable CandidateId id, Model model) {
        return done(id, desk.optOut(current.get(), id), "opted-out", model);
    }

    @PostMapping("/join")
    ModelAndView join(@PathVariable CandidateId id, @RequestParam CampaignId campaign, Model model) {
        return done(id, desk.join(current.get(), id, campaign), "joined", model);
    }

    /** The other one goes; this one stays. */
    @PostMapping("/merge")
    ModelAndView merge(@PathVariable CandidateId id, @RequestParam CandidateId other, Model model) {
        return done(id, desk.merge(current.get(), id, other), "merged", model);
    }

    private ModelAndView done(CandidateId id, CandidateOutcome outcome, String said, Model model) {
        if (outcome instanceof CandidateOutcome.Refused refused) {
            model.addAttribute("refused", refused.reason());
            var view = new ModelAndView(show(id, model));
            view.addAllObjects(model.asMap());
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/candidates/" + id + "?said=" + SAID + said);
    }
}
