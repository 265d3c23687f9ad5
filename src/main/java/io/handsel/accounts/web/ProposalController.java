package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.DesignationProposals;
import io.handsel.accounts.ProposalOutcome.Applied;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the table says of whose the accounts are: first a look at what would change, then the change. */
@Controller
@RequestMapping("/accounts/designations")
@Allow({Role.MANAGER, Role.DIRECTOR})
class ProposalController {

    private static final int PAGE = 50;

    private final DesignationProposals proposals;
    private final Partners partners;
    private final CurrentActor currentActor;

    ProposalController(DesignationProposals proposals, Partners partners, CurrentActor currentActor) {
        this.proposals = proposals;
        this.partners = partners;
        this.currentActor = currentActor;
    }

    @GetMapping
    String preview(@RequestParam(required = false) @Nullable AccountId after, Model model) {
        var page = proposals.page(after, PAGE);
        model.addAttribute("page", page);
        model.addAttribute("next", page.next());
        model.addAttribute(
                "partners",
                partners.list().stream()
                        .collect(Collectors.toMap(partner -> partner.id().toString(), PartnerView::name)));
        return "accounts/proposals";
    }

    /**
     * @param account those whose change is wanted; without any, everybody's
     * @param alone whether it was asked for on the page of one account
     */
    @PostMapping
    String apply(
            @RequestParam String version,
            @RequestParam(required = false) @Nullable List<AccountId> account,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean alone) {
        var actor = currentActor.get();
        var wanted = account == null ? List.<AccountId>of() : account;
        var outcome = all ? proposals.applyToAll(actor, version) : proposals.apply(actor, version, wanted);
        var path = alone && wanted.size() == 1 ? "/accounts/" + wanted.get(0) : "/accounts/designations";
        if (!(outcome instanceof Applied applied)) {
            return "redirect:" + path + "?said=accounts.said.tableChanged";
        }
        if (applied.changes() == 0) {
            return "redirect:" + path + "?said=accounts.said.nothingApplied";
        }
        return "redirect:" + path
                + (applied.more() ? "?said=accounts.said.appliedSome" : "?said=accounts.said.applied");
    }
}
