package io.handsel.onboarding.web;

import io.handsel.forms.FormInput;
import io.handsel.onboarding.BusinessPlans;
import io.handsel.onboarding.PlanRefusal;
import io.handsel.onboarding.PlanState;
import io.handsel.onboarding.PlanView;
import io.handsel.onboarding.web.OnboardingForms.Sheet;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The joint business plan as the partner writes and reads it. */
@Controller
@RequestMapping("/onboarding/plan")
@Allow(Role.PARTNER_ADMIN)
class PlanController {

    private final BusinessPlans plans;
    private final OnboardingForms forms;
    private final CurrentActor current;

    PlanController(BusinessPlans plans, OnboardingForms forms, CurrentActor current) {
        this.plans = plans;
        this.forms = forms;
        this.current = current;
    }

    /** The versions there are; where there is none, the form. */
    @GetMapping
    String plan(Model model) {
        var versions = plans.of(partnerOf(current.get()));
        if (versions.isEmpty()) {
            return "redirect:/onboarding/plan/new";
        }
        model.addAttribute("versions", versions);
        model.addAttribute("mayWrite", current.get().isOfAllLocations());
        model.addAttribute("waiting", versions.get(0).state() == PlanState.SENT);
        return "onboarding/plan";
    }

    @GetMapping("/new")
    String form(Model model) {
        return forms.open(sheet(), model);
    }

    @PostMapping("/new/draft")
    String draft(FormInput input, Model model) {
        return forms.type(sheet(), input, model);
    }

    @PostMapping("/new")
    ModelAndView send(FormInput input, Model model) {
        var sheet = sheet();
        var partner = partnerOf(sheet.actor());
        return forms.send(
                sheet,
                input,
                model,
                accepted -> plans.send(sheet.actor(), partner, accepted.values().all())
                        .map(refused -> refused == PlanRefusal.OF_ONE_LOCATION
                                ? OnboardingForms.refused(sheet, model)
                                : refused(model)));
    }

    /** One plan waits already; what was typed stays as a draft. */
    private ModelAndView refused(Model model) {
        var view = new ModelAndView(plan(model));
        view.addAllObjects(model.asMap());
        view.addObject("refused", true);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private Sheet sheet() {
        var actor = current.get();
        return new Sheet(
                actor,
                "onboarding/joint-business-plan",
                "/onboarding/plan/new",
                "plan",
                known(actor),
                "/onboarding/plan?said=onboarding.said.planSent");
    }

    /** A new version begins with what the last one said. */
    private Map<String, @Nullable Object> known(Actor actor) {
        return plans.of(partnerOf(actor)).stream()
                .findFirst()
                .map(PlanView::answers)
                .orElse(Map.of());
    }

    private static PartnerId partnerOf(Actor actor) {
        return PartnerId.of(actor.partner().orElseThrow());
    }
}
