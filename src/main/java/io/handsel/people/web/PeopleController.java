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
import org.springframework.web.bind.annotation.RequestParam;

/** The people of this installation, as its operator looks after them. */
@Controller
@RequestMapping(PeopleController.BASE)
@Allow(Role.OPERATOR)
class PeopleController {

    static final String BASE = "/operations/people";

    private final PersonPages pages;
    private final PeopleAdministration administration;

    PeopleController(PersonPages pages, PeopleAdministration administration) {
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
    String blank(@RequestParam(defaultValue = "") String partner, Model model) {
        return pages.blank(partner, BASE, model);
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
