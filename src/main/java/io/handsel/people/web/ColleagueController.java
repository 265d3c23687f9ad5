package io.handsel.people.web;

import io.handsel.people.PeopleAdministration;
import io.handsel.security.Allow;
import io.handsel.security.PersonId;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The people of the own company, as its administrator looks after them; whose they are says the sign-in. */
@Controller
@RequestMapping(ColleagueController.BASE)
@Allow(Role.PARTNER_ADMIN)
class ColleagueController {

    static final String BASE = "/partner/people";

    private final PersonPages pages;
    private final PeopleAdministration administration;

    ColleagueController(PersonPages pages, PeopleAdministration administration) {
        this.pages = pages;
        this.administration = administration;
    }

    @GetMapping
    String list(PeopleListQuery query, Model model) {
        return pages.list(query, BASE, model);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(PeopleListQuery query) {
        return pages.export(query);
    }

    @GetMapping("/new")
    String blank(Model model) {
        return pages.blank("", BASE, model);
    }

    @PostMapping
    String invite(
            @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        return pages.invite(form, problems, BASE, model, response);
    }

    @GetMapping("/{id}")
    String details(@PathVariable PersonId id, Model model) {
        return pages.details(id, BASE, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable PersonId id,
            @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        return pages.change(id, form, problems, BASE, model, response);
    }

    @PostMapping("/{id}/link")
    String sendLink(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return pages.act(id, administration::sendLink, "people.said.linkSent", BASE, model, response);
    }

    @PostMapping("/{id}/deactivate")
    String deactivate(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return pages.act(id, administration::deactivate, "people.said.deactivated", BASE, model, response);
    }

    @PostMapping("/{id}/activate")
    String activate(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return pages.act(id, administration::activate, "people.said.activated", BASE, model, response);
    }
}
