package io.handsel.partner.web;

import io.handsel.partner.PartnerId;
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

/** The locations of the own company, as its administrators see and keep them; whose they are says the sign-in. */
@Controller
@RequestMapping("/partner/locations")
@Allow(Role.PARTNER_ADMIN)
class OwnLocationController {

    private final LocationPages pages;
    private final CurrentActor actor;

    OwnLocationController(LocationPages pages, CurrentActor actor) {
        this.pages = pages;
        this.actor = actor;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        return pages.list(own(), model, locale);
    }

    @PostMapping
    String add(
            @ModelAttribute("form") LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.add(own(), form, problems, model, locale, response);
    }

    @GetMapping("/{location}")
    String edit(@PathVariable LocationId location, Model model, Locale locale) {
        return pages.edit(own(), location, model, locale);
    }

    @PostMapping("/{location}")
    String change(
            @PathVariable LocationId location,
            @ModelAttribute("form") LocationForm form,
            BindingResult problems,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return pages.change(own(), location, form, problems, model, locale, response);
    }

    @PostMapping("/{location}/close")
    String close(@PathVariable LocationId location, Model model, Locale locale, HttpServletResponse response) {
        return pages.close(own(), location, model, locale, response);
    }

    @PostMapping("/{location}/open")
    String open(@PathVariable LocationId location, Model model, Locale locale, HttpServletResponse response) {
        return pages.open(own(), location, model, locale, response);
    }

    private Place own() {
        return Place.own(PartnerId.of(actor.get().partner().orElseThrow()));
    }
}
