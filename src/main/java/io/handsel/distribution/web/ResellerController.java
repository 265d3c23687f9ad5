package io.handsel.distribution.web;

import io.handsel.deals.SharedDealPage;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.LinkList;
import io.handsel.distribution.LinkNotFound;
import io.handsel.distribution.LinkOutcome.Refused;
import io.handsel.distribution.ResellerInvitations;
import io.handsel.distribution.ResellerLinks;
import io.handsel.distribution.SharedReseller;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** A distributor's resellers: whom it has invited, and what those who have accepted let it read. */
@Controller
@RequestMapping("/resellers")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class ResellerController {

    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;

    private final LinkList list;
    private final ResellerInvitations invitations;
    private final ResellerLinks links;
    private final SharedReseller shared;
    private final CurrentActor current;

    ResellerController(
            LinkList list,
            ResellerInvitations invitations,
            ResellerLinks links,
            SharedReseller shared,
            CurrentActor current) {
        this.list = list;
        this.invitations = invitations;
        this.links = links;
        this.shared = shared;
        this.current = current;
    }

    @GetMapping
    String list(@RequestParam @Nullable String after, Model model) {
        model.addAttribute("form", InvitationForm.EMPTY);
        return page(after, model);
    }

    @PostMapping
    @Allow(Role.PARTNER_ADMIN)
    String invite(
            @ModelAttribute("form") InvitationForm form,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        var outcome = invitations.invite(distributor(), form.address(), form.sentence());
        if (outcome instanceof Refused refused) {
            var key = "distribution.refused." + refused.reason();
            Optional.ofNullable(refused.field())
                    .ifPresentOrElse(field -> problems.rejectValue(field, key), () -> problems.reject(key));
            response.setStatus(UNPROCESSABLE);
            return page(null, model);
        }
        return "redirect:/resellers?said=distribution.said.invited";
    }

    @PostMapping("/{id}/withdraw")
    @Allow(Role.PARTNER_ADMIN)
    String withdraw(@PathVariable LinkId id) {
        return LinkAnswers.redirect("/resellers", invitations.cancel(distributor(), id), "withdrawn");
    }

    @PostMapping("/{id}/end")
    @Allow(Role.PARTNER_ADMIN)
    String end(@PathVariable LinkId id, @RequestParam(defaultValue = "") String reason) {
        return LinkAnswers.redirect("/resellers", links.endAsDistributor(distributor(), id, reason), "ended");
    }

    @GetMapping("/{id}")
    String reseller(@PathVariable LinkId id, @RequestParam @Nullable String after, Model model) {
        var actor = distributor();
        model.addAttribute("reseller", shared.read(actor, id));
        model.addAttribute("page", shared.deals(actor, id, after, PAGE));
        model.addAttribute("mayDecide", ResellerLinks.mayDecide(actor));
        return "distribution/reseller";
    }

    /** The deals that are shared as CSV. */
    @GetMapping("/{id}/export")
    @Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES})
    ResponseEntity<byte[]> export(@PathVariable LinkId id) {
        var actor = distributor();
        var found = EveryPage.of(
                after -> shared.deals(actor, id, after, EveryPage.SIZE), SharedDealPage::deals, SharedDealPage::next);
        return Download.ofCsv("reseller-deals.csv", SharedDealExport.written(found));
    }

    private String page(@Nullable String after, Model model) {
        var actor = distributor();
        model.addAttribute("page", list.ofDistributor(actor, after, PAGE));
        model.addAttribute("mayDecide", ResellerLinks.mayDecide(actor));
        return "distribution/resellers";
    }

    /** Who is no distributor has no resellers, and so no page of them. */
    private Actor distributor() {
        return Optional.of(current.get()).filter(list::isDistributor).orElseThrow(LinkNotFound::ofNoDistributor);
    }
}
