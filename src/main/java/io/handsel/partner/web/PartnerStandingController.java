package io.handsel.partner.web;

import io.handsel.partner.MatterDecisions;
import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerStandings;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.Role;
import io.handsel.territory.PartnerDay;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a partner is suspended, taken up again, ended, with a word on each thing it has open. */
@Controller
@RequestMapping("/partners/{id}/standing")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class PartnerStandingController {

    private static final int UNPROCESSABLE = 422;

    /** Matters to be decided one by one; what is beyond goes with the rest. */
    private static final int MOST_SHOWN = 200;

    private final Partners partners;
    private final PartnerStandings standings;
    private final PartnerList list;
    private final People people;
    private final CurrentActor actor;
    private final Clock clock;

    PartnerStandingController(
            Partners partners,
            PartnerStandings standings,
            PartnerList list,
            People people,
            CurrentActor actor,
            Clock clock) {
        this.partners = partners;
        this.standings = standings;
        this.list = list;
        this.people = people;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable PartnerId id, Model model) {
        model.addAttribute("form", StandingForm.EMPTY);
        return page(id, MatterChoices.NONE, Map.of(), model);
    }

    @PostMapping
    String change(
            @PathVariable PartnerId id,
            @ModelAttribute("form") StandingForm form,
            BindingResult problems,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var zone = partners.get(id).zone();
        var choices = MatterChoices.of(sent);
        form.check(PartnerDay.of(clock.instant(), zone), problems);
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(id, choices, Map.of(), model);
        }
        var decisions = new MatterDecisions(
                choices.decisions(standings.openFor(id), list.sellers()),
                form.restFate().orElse(null));
        var outcome = standings.change(
                actor.get(),
                id,
                form.wanted().orElseThrow(),
                decisions,
                form.reason(),
                form.accessUntil(zone).orElse(null));
        Map<String, String> wrong = Map.of();
        if (outcome instanceof PartnerOutcome.Done) {
            return "redirect:/partners/" + id + "?said=partner.said.standing";
        }
        response.setStatus(UNPROCESSABLE);
        if (outcome instanceof PartnerOutcome.Refused refused) {
            PartnerRecordController.refuse(refused.reason(), problems);
        } else if (outcome instanceof PartnerOutcome.Undecided undecided) {
            wrong = undecided.matters();
            problems.reject("partner.fate.undecided");
        } else if (outcome instanceof PartnerOutcome.Overtaken overtaken) {
            wrong = overtaken.matters();
            problems.reject("partner.fate.overtaken");
            // So that nothing of what was settled before it is kept.
            response.setStatus(HttpServletResponse.SC_CONFLICT);
        }
        return page(id, choices, wrong, model);
    }

    private String page(PartnerId id, MatterChoices choices, Map<String, String> wrong, Model model) {
        var partner = partners.get(id);
        var open = standings.openFor(id);
        model.addAttribute("partner", partner);
        model.addAttribute(
                "standings",
                Arrays.stream(PartnerStanding.values())
                        .filter(partner.standing()::mayBecome)
                        .toList());
        model.addAttribute("concerned", people.ofOrganisation(id.organisation()).size());
        model.addAttribute("matters", open.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("more", Math.max(0, open.size() - MOST_SHOWN));
        model.addAttribute("choices", choices);
        model.addAttribute("matterProblems", wrong);
        model.addAttribute("rests", List.of(MatterFate.KEEP, MatterFate.RELEASE));
        model.addAttribute("heirs", open.isEmpty() ? List.of() : others(id));
        return "partner/standing";
    }

    private Collection<String> others(PartnerId id) {
        var names = list.sellers();
        names.remove(id);
        return names.values();
    }
}
