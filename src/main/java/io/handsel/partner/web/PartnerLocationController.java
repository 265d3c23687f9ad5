package io.handsel.partner.web;

import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerNotFound;
import io.handsel.partner.Partners;
import io.handsel.partner.web.LocationPages.Place;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.LocationId;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** The locations of a partner company, as whoever looks after it keeps them. */
@Controller
@RequestMapping("/partners/{id}/locations")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class PartnerLocationController {

    private final LocationPages pages;
    private final Partners partners;
    private final CurrentActor actor;

    PartnerLocationController(LocationPages pages, Partners partners, CurrentActor actor) {
        this.pages = pages;
        this.partners = partners;
        this.actor = actor;
    }

    @GetMapping
    String list(@PathVariable PartnerId id, Model model, Locale locale) {
        return pages.list(lookedAfter(id), model, locale);
    }

    @PostMapping
    String add(
            @PathVariable PartnerId id,
            @ModelAttribute("form") LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.add(lookedAfter(id), form, problems, model, locale, response);
    }

    @GetMapping("/{location}")
    String edit(@PathVariable PartnerId id, @PathVariable LocationId location, Model model, Locale locale) {
        return pages.edit(lookedAfter(id), location, model, locale);
    }

    @PostMapping("/{location}")
    String change(
            @PathVariable PartnerId id,
            @PathVariable LocationId location,
            @ModelAttribute("form") LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.change(lookedAfter(id), location, form, problems, model, locale, response);
    }

    @PostMapping("/{location}/close")
    String close(
            @PathVariable PartnerId id,
            @PathVariable LocationId location,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.close(lookedAfter(id), location, model, locale, response);
    }

    @PostMapping("/{location}/open")
    String open(
            @PathVariable PartnerId id,
            @PathVariable LocationId location,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.open(lookedAfter(id), location, model, locale, response);
    }

    /** Only whoever may change them is asked. */
    private Place lookedAfter(PartnerId id) {
        if (!partners.mayLookAfter(actor.get(), id)) {
            throw PartnerNotFound.with(id);
        }
        return Place.of(id);
    }
}
