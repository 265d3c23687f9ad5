package io.handsel.onboarding.web;

import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.OnboardingNotFound;
import io.handsel.onboarding.OnboardingOutcome;
import io.handsel.onboarding.OnboardingOverview;
import io.handsel.onboarding.OnboardingRefusal;
import io.handsel.onboarding.PartnerOnboarding;
import io.handsel.onboarding.StepKind;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import io.handsel.training.Training;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** New partners as the vendor's people see them: the same track, and what the manager says. */
@Controller
@RequestMapping("/onboarding/partners")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class NewPartnerController {

    private static final String SAID = "onboarding.said.";

    private final OnboardingOverview overview;
    private final PartnerOnboarding onboarding;
    private final OnboardingPage pages;
    private final Partners partners;
    private final CompanyProfiles companies;
    private final BusinessPlans plans;
    private final Training training;
    private final CurrentActor current;

    NewPartnerController(
            OnboardingOverview overview,
            PartnerOnboarding onboarding,
            OnboardingPage pages,
            Partners partners,
            CompanyProfiles companies,
            BusinessPlans plans,
            Training training,
            CurrentActor current) {
        this.overview = overview;
        this.onboarding = onboarding;
        this.pages = pages;
        this.partners = partners;
        this.companies = companies;
        this.plans = plans;
        this.training = training;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("tracks", overview.running());
        return "onboarding/list";
    }

    @GetMapping("/{id}")
    String details(@PathVariable PartnerId id, Model model) {
        var track = overview.ofPartner(id).orElseThrow(() -> OnboardingNotFound.ofPartner(id));
        model.addAttribute("track", track);
        model.addAttribute("history", pages.history(track.onboarding().id()));
        model.addAttribute("drawing", pages.drawing(track.onboarding().id()));
        model.addAttribute("profile", companies.portraitOf(id));
        model.addAttribute("plans", plans.of(id));
        model.addAttribute("certificates", training.ofPartner(id));
        model.addAttribute("mayLookAfter", partners.mayLookAfter(current.get(), id));
        return "onboarding/partner";
    }

    /** @param signer who of the partner's people is to sign; empty where the agreement was signed elsewhere */
    @PostMapping("/{id}/begin")
    ModelAndView begin(@PathVariable PartnerId id, @RequestParam(defaultValue = "") String signer) {
        partners.get(id);
        @Nullable PersonId asked;
        try {
            asked = signer.isEmpty() ? null : PersonId.parse(signer);
        } catch (IllegalArgumentException nobody) {
            return answered(id, new OnboardingOutcome.Refused(OnboardingRefusal.SIGNER_UNSUITED), "begun");
        }
        return answered(id, onboarding.begin(current.get(), id, asked), "begun");
    }

    /** The manager says that a step is done. */
    @PostMapping("/{id}/steps")
    ModelAndView say(@PathVariable PartnerId id, @RequestParam StepKind step) {
        return answered(id, onboarding.say(current.get(), id, step), "stepDone");
    }

    private static ModelAndView answered(PartnerId id, OnboardingOutcome outcome, String said) {
        if (outcome instanceof OnboardingOutcome.Refused refused) {
            var view = new ModelAndView("onboarding/refused");
            view.addObject("reason", refused.reason());
            view.addObject("partner", id);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        return new ModelAndView("redirect:/onboarding/partners/" + id + "?said=" + SAID + said);
    }
}
