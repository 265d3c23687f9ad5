package io.handsel.partner.web;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerOutcome;
import io.handsel.partner.PartnerRefusal;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.ReaderChoices;
import io.handsel.security.Role;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the record of a partner is written: registered, changed. */
@Controller
@RequestMapping("/partners")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class PartnerRecordController {

    private static final int UNPROCESSABLE = 422;

    private final Partners partners;
    private final Territories territories;
    private final People people;
    private final ServiceLevels levels;
    private final CurrentActor actor;

    PartnerRecordController(
            Partners partners, Territories territories, People people, ServiceLevels levels, CurrentActor actor) {
        this.partners = partners;
        this.territories = territories;
        this.people = people;
        this.levels = levels;
        this.actor = actor;
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", PartnerForm.empty(actor.get()));
        return registration(model);
    }

    @PostMapping
    String register(
            @ModelAttribute("form") PartnerForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var outcome = form.toNew(problems, levels.known())
                .map(wanted -> partners.register(
                        actor.get(), wanted, form.firstStanding().orElseThrow()));
        if (outcome.isPresent() && outcome.get() instanceof PartnerOutcome.Done done) {
            return "redirect:/partners/" + done.partner().id() + "?said=partner.said.registered";
        }
        refuse(outcome, problems);
        response.setStatus(UNPROCESSABLE);
        return registration(model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable PartnerId id, Model model) {
        model.addAttribute("form", PartnerForm.from(partners.get(id), partners.versionOf(id)));
        return change(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable PartnerId id,
            @ModelAttribute("form") PartnerForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var present = partners.get(id);
        var outcome = form.toChange(problems).map(change -> partners.change(actor.get(), id, change));
        if (outcome.isPresent() && outcome.get() instanceof PartnerOutcome.Done) {
            return "redirect:/partners/" + id + "?said=partner.said.changed";
        }
        refuse(outcome, problems);
        if (outcome.equals(Optional.of(new PartnerOutcome.Refused(PartnerRefusal.CHANGED_MEANWHILE)))) {
            // What was typed stays; beside it stands what somebody else has saved, and saving again is meant.
            model.addAttribute("meanwhile", PartnerForm.from(present, 0));
            model.addAttribute("currentVersion", partners.versionOf(id));
        }
        response.setStatus(UNPROCESSABLE);
        return change(id, model);
    }

    private String registration(Model model) {
        choices(model);
        model.addAttribute("serviceLevels", serviceLevels());
        Map<String, String> managers = new LinkedHashMap<>();
        people.withRole(Role.MANAGER).forEach(person -> managers.put(person.id().toString(), person.name()));
        model.addAttribute("managers", managers);
        model.addAttribute("standings", PartnerForm.FIRST_STANDINGS);
        return "partner/register";
    }

    @GetMapping("/{id}/service-level")
    String askServiceLevel(@PathVariable PartnerId id, Model model) {
        model.addAttribute("form", new ServiceLevelForm(levels.of(id), ""));
        return serviceLevel(id, model);
    }

    @PostMapping("/{id}/service-level")
    String overrideServiceLevel(
            @PathVariable PartnerId id,
            @ModelAttribute("form") ServiceLevelForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var outcome = levels.override(actor.get(), id, form.serviceLevel(), form.reason());
        if (outcome instanceof PartnerOutcome.Done) {
            return "redirect:/partners/" + id + "?said=partner.said.serviceLevel";
        }
        refuse(Optional.of(outcome), problems);
        response.setStatus(UNPROCESSABLE);
        return serviceLevel(id, model);
    }

    private String serviceLevel(PartnerId id, Model model) {
        model.addAttribute("partner", partners.get(id));
        model.addAttribute("level", levels.viewOf(id));
        model.addAttribute("serviceLevels", serviceLevels());
        return "partner/service-level";
    }

    /** As the table writes them. */
    private Map<String, String> serviceLevels() {
        return levels.known().stream()
                .collect(Collectors.toMap(level -> level, level -> level, (a, b) -> a, TreeMap::new));
    }

    private String change(PartnerId id, Model model) {
        choices(model);
        model.addAttribute("partner", partners.get(id));
        return "partner/edit";
    }

    private void choices(Model model) {
        Map<String, String> places = new LinkedHashMap<>();
        for (TerritoryView territory : territories.list()) {
            places.put(territory.id().toString(), territory.name());
        }
        model.addAttribute("places", places);
        model.addAttribute("types", PartnerForm.TYPES);
        model.addAttribute("tiers", PartnerForm.TIERS);
        model.addAttribute("languages", ReaderChoices.LANGUAGES);
        model.addAttribute("zones", ReaderChoices.ZONES);
    }

    private static void refuse(Optional<PartnerOutcome> outcome, BindingResult problems) {
        outcome.ifPresent(one -> {
            if (one instanceof PartnerOutcome.Refused refused) {
                refuse(refused.reason(), problems);
            }
        });
    }

    static void refuse(PartnerRefusal reason, BindingResult problems) {
        var key = "partner.refused." + reason;
        if (reason.field().isEmpty()) {
            problems.reject(key);
        } else {
            problems.rejectValue(reason.field(), key);
        }
    }
}
