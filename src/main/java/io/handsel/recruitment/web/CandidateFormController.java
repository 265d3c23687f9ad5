package io.handsel.recruitment.web;

import io.handsel.forms.CountryChoices;
import io.handsel.forms.FormInput;
import io.handsel.recruitment.CampaignHeading;
import io.handsel.recruitment.CampaignId;
import io.handsel.recruitment.Campaigns;
import io.handsel.recruitment.CandidateDesk;
import io.handsel.recruitment.CandidateDetails;
import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.CandidateIntake;
import io.handsel.recruitment.CandidateOutcome;
import io.handsel.recruitment.CandidateOutcome.Added;
import io.handsel.recruitment.CandidateOutcome.Known;
import io.handsel.recruitment.CandidateOutcome.Refused;
import io.handsel.recruitment.CandidateSource;
import io.handsel.recruitment.web.RecruitmentForms.Answered;
import io.handsel.recruitment.web.RecruitmentForms.Sheet;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form about a candidate: filled in for a new one, and changed when more is known. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR})
class CandidateFormController {

    private static final String SAID = "recruitment.said.";
    private static final String FORM = "recruitment/candidate";

    private final Campaigns campaigns;
    private final CandidateDesk desk;
    private final CandidateIntake intake;
    private final RecruitmentForms forms;
    private final CurrentActor current;

    CandidateFormController(
            Campaigns campaigns,
            CandidateDesk desk,
            CandidateIntake intake,
            RecruitmentForms forms,
            CurrentActor current) {
        this.campaigns = campaigns;
        this.desk = desk;
        this.intake = intake;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping("/campaigns/{id}/candidates/new")
    String add(@PathVariable CampaignId id, Model model) {
        return forms.open(added(campaigns.heading(id)), model);
    }

    @PostMapping("/campaigns/{id}/candidates/new/draft")
    String addDraft(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.type(added(campaigns.heading(id)), input, model);
    }

    @PostMapping("/campaigns/{id}/candidates/new")
    ModelAndView add(@PathVariable CampaignId id, FormInput input, Model model) {
        return forms.send(added(campaigns.heading(id)), input, model, values -> {
            var wish = CandidateForm.wish(values);
            return answered(intake.add(current.get(), id, wish, CandidateSource.FORM));
        });
    }

    @GetMapping("/candidates/{id}/edit")
    String edit(@PathVariable CandidateId id, Model model) {
        return forms.open(edited(desk.get(id)), model);
    }

    @PostMapping("/candidates/{id}/edit/draft")
    String editDraft(@PathVariable CandidateId id, FormInput input, Model model) {
        return forms.type(edited(desk.get(id)), input, model);
    }

    @PostMapping("/candidates/{id}/edit")
    ModelAndView edit(@PathVariable CandidateId id, FormInput input, Model model) {
        return forms.send(
                edited(desk.get(id)),
                input,
                model,
                values -> answered(intake.change(current.get(), id, CandidateForm.wish(values))));
    }

    private static Answered answered(CandidateOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return new Answered.Wrong(refused.reason(), refused.field());
        }
        if (outcome instanceof Known known) {
            return page(known.candidate(), "known");
        }
        return outcome instanceof Added added
                ? page(added.candidate(), added.optedOut() ? "added-opted-out" : "added")
                : page(((CandidateOutcome.Done) outcome).candidate(), "changed");
    }

    private static Answered page(CandidateId candidate, String said) {
        return new Answered.GoTo("/candidates/" + candidate + "?said=" + SAID + said);
    }

    private Sheet added(CampaignHeading campaign) {
        var actor = current.get();
        var address = "/campaigns/" + campaign.id() + "/candidates";
        return new Sheet(
                actor,
                FORM,
                address + "/new",
                "candidate",
                campaign.name(),
                address,
                Map.of("countries", CountryChoices.in(actor.locale())));
    }

    private Sheet edited(CandidateDetails candidate) {
        var actor = current.get();
        var known = CandidateForm.known(candidate.known());
        known.put("countries", CountryChoices.in(actor.locale()));
        var address = "/candidates/" + candidate.id();
        return new Sheet(
                actor, FORM, address + "/edit", "change", candidate.known().company(), address, known);
    }
}
