package io.handsel.partner.web;

import io.handsel.partner.ContactKind;
import io.handsel.partner.ContactRefusal;
import io.handsel.partner.PartnerContacts;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerTimeline;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's timeline, and the one line in which a call or a meeting is written down. */
@Controller
@RequestMapping("/partners/{id}")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class PartnerTimelineController {

    static final String ONLY_CONTACTS = "contacts";

    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;

    private final Partners partners;
    private final PartnerTimeline timeline;
    private final PartnerContacts contacts;
    private final CurrentActor actor;
    private final Clock clock;

    PartnerTimelineController(
            Partners partners, PartnerTimeline timeline, PartnerContacts contacts, CurrentActor actor, Clock clock) {
        this.partners = partners;
        this.timeline = timeline;
        this.contacts = contacts;
        this.actor = actor;
        this.clock = clock;
    }

    @GetMapping("/timeline")
    String timeline(
            @PathVariable PartnerId id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("form", ContactForm.on(today()));
        return page(id, show, after, model);
    }

    @PostMapping("/contacts")
    String note(
            @PathVariable PartnerId id,
            @ModelAttribute("form") ContactForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        partners.get(id);
        var refusal = form.contact(today(), problems).flatMap(contact -> contacts.note(actor.get(), id, contact));
        refusal.ifPresent(reason ->
                problems.rejectValue(reason == ContactRefusal.NOT_YET ? "day" : "words", "partner.refused." + reason));
        if (problems.hasErrors()) {
            response.setStatus(UNPROCESSABLE);
            return page(id, "", null, model);
        }
        return "redirect:/partners/" + id + "?said=partner.said.contactNoted";
    }

    @PostMapping("/contacts/{contact}/strike")
    String strike(@PathVariable PartnerId id, @PathVariable UUID contact, Model model, HttpServletResponse response) {
        var refusal = contacts.strike(actor.get(), id, contact);
        if (refusal.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("refused", "partner.refused." + refusal.get());
            model.addAttribute("form", ContactForm.on(today()));
            return page(id, "", null, model);
        }
        return "redirect:/partners/" + id + "/timeline?said=partner.said.contactStruck";
    }

    private String page(PartnerId id, String show, @Nullable String after, Model model) {
        var onlyContacts = show.equals(ONLY_CONTACTS);
        var found = timeline.page(id, onlyContacts, after, PAGE);
        model.addAttribute("partner", partners.get(id));
        model.addAttribute("lines", TimelineLine.of(found.entries(), actor.get()));
        model.addAttribute("next", found.next());
        model.addAttribute("onlyContacts", onlyContacts);
        model.addAttribute("kinds", ContactKind.values());
        return "partner/timeline";
    }

    private LocalDate today() {
        return clock.instant().atZone(actor.get().zone()).toLocalDate();
    }
}
