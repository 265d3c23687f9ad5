package io.handsel.onboarding.web;

import io.handsel.forms.FormInput;
import io.handsel.onboarding.web.OnboardingForms.Sheet;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a partner says about itself. */
@Controller
@RequestMapping("/onboarding/profile")
@Allow(Role.PARTNER_ADMIN)
class SelfPortraitController {

    private final CompanyProfiles companies;
    private final OnboardingForms forms;
    private final CurrentActor current;

    SelfPortraitController(CompanyProfiles companies, OnboardingForms forms, CurrentActor current) {
        this.companies = companies;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping
    String form(Model model) {
        return forms.open(sheet(), model);
    }

    @PostMapping("/draft")
    String draft(FormInput input, Model model) {
        return forms.type(sheet(), input, model);
    }

    @PostMapping
    ModelAndView send(FormInput input, Model model) {
        var sheet = sheet();
        return forms.send(
                sheet,
                input,
                model,
                accepted -> companies
                        .describe(sheet.actor(), accepted.values().all())
                        .map(refused -> OnboardingForms.refused(sheet, model)));
    }

    private Sheet sheet() {
        var actor = current.get();
        return new Sheet(
                actor,
                "onboarding/self-portrait",
                "/onboarding/profile",
                "profile",
                companies.portraitOf(partnerOf(actor)),
                "/onboarding?said=onboarding.said.profile");
    }

    private static PartnerId partnerOf(Actor actor) {
        return PartnerId.of(actor.partner().orElseThrow());
    }
}
