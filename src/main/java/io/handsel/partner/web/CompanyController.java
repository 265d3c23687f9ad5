package io.handsel.partner.web;

import io.handsel.kernel.CountryCode;
import io.handsel.partner.CompanyProfiles;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerNotFound;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerRefusal;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a company's domain, numbers and address are written: by its own administrator, or by whoever looks after it. */
@Controller
class CompanyController {

    private static final int UNPROCESSABLE = 422;

    private final CompanyProfiles companies;
    private final Partners partners;
    private final CurrentActor actor;

    CompanyController(CompanyProfiles companies, Partners partners, CurrentActor actor) {
        this.companies = companies;
        this.partners = partners;
        this.actor = actor;
    }

    @GetMapping("/partner/company")
    @Allow(Role.PARTNER_ADMIN)
    String own(Model model, Locale locale) {
        return ask(own(), "/partner/company", "/partner", model, locale);
    }

    @PostMapping("/partner/company")
    @Allow(Role.PARTNER_ADMIN)
    String changeOwn(
            @ModelAttribute("form") CompanyForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return change(own(), "/partner/company", "/partner", form, problems, model, locale, response);
    }

    @GetMapping("/partners/{id}/company")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String of(@PathVariable PartnerId id, Model model, Locale locale) {
        return ask(lookedAfter(id), "/partners/" + id + "/company", "/partners/" + id, model, locale);
    }

    @PostMapping("/partners/{id}/company")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String change(
            @PathVariable PartnerId id,
            @ModelAttribute("form") CompanyForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return change(
                lookedAfter(id),
                "/partners/" + id + "/company",
                "/partners/" + id,
                form,
                problems,
                model,
                locale,
                response);
    }

    private String ask(PartnerId id, String address, String back, Model model, Locale locale) {
        model.addAttribute("form", CompanyForm.from(companies.of(id), companies.versionOf(id)));
        return show(id, address, back, model, locale);
    }

    private String change(
            PartnerId id,
            String address,
            String back,
            CompanyForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        var outcome =
                form.toProfile(problems).map(profile -> companies.change(actor.get(), id, profile, form.readVersion()));
        if (outcome.isPresent() && outcome.get() instanceof PartnerOutcome.Done) {
            return "redirect:" + back + "?said=partner.said.company";
        }
        outcome.ifPresent(refused -> {
            if (refused instanceof PartnerOutcome.Refused because) {
                problems.reject("partner.refused." + because.reason());
                if (because.reason() == PartnerRefusal.CHANGED_MEANWHILE) {
                    model.addAttribute("currentVersion", companies.versionOf(id));
                }
            }
        });
        response.setStatus(UNPROCESSABLE);
        return show(id, address, back, model, locale);
    }

    private String show(PartnerId id, String address, String back, Model model, Locale locale) {
        model.addAttribute("countries", CountryCode.namesIn(locale));
        model.addAttribute("partner", partners.get(id));
        model.addAttribute("mayChange", actor.get().isOfAllLocations());
        model.addAttribute("address", address);
        model.addAttribute("back", back);
        return "partner/company";
    }

    private PartnerId own() {
        return PartnerId.of(actor.get().partner().orElseThrow());
    }

    /** Only whoever may change it is asked. */
    private PartnerId lookedAfter(PartnerId id) {
        if (!partners.mayLookAfter(actor.get(), id)) {
            throw PartnerNotFound.with(id);
        }
        return id;
    }
}
