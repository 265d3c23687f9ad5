package io.handsel.disputes.web;

import io.handsel.deals.DealId;
import io.handsel.deals.DealOverview;
import io.handsel.disputes.DisputeOffer;
import io.handsel.disputes.DisputeOpening;
import io.handsel.disputes.web.DisputeForms.Sheet;
import io.handsel.forms.FormInput;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opens a dispute about what became of a partner's own deal. */
@Controller
@RequestMapping("/deals/{id}/dispute")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
class DisputeOpeningController {

    private final DisputeOpening opening;
    private final DealOverview deals;
    private final DisputeForms forms;
    private final CurrentActor current;

    DisputeOpeningController(DisputeOpening opening, DealOverview deals, DisputeForms forms, CurrentActor current) {
        this.opening = opening;
        this.deals = deals;
        this.forms = forms;
        this.current = current;
    }

    @GetMapping
    String form(@PathVariable DealId id, Model model) {
        var sheet = sheet(id);
        return opening.offer(current.get(), id).filter(DisputeOffer::open).isPresent()
                ? forms.open(sheet, model)
                : "redirect:/deals/" + id;
    }

    @PostMapping("/draft")
    String draft(@PathVariable DealId id, FormInput input, Model model) {
        return forms.type(sheet(id), input, model);
    }

    @PostMapping
    ModelAndView open(@PathVariable DealId id, FormInput input, Model model) {
        return forms.send(
                sheet(id),
                input,
                model,
                accepted -> opening.open(current.get(), id, accepted.values().text("reason")));
    }

    private Sheet sheet(DealId id) {
        var actor = current.get();
        var customer = deals.details(actor, id).registration().customer();
        return new Sheet(
                actor, "disputes/open-dispute", "/deals/" + id + "/dispute", "open", customer, "/deals/" + id, "open");
    }
}
