package io.handsel.distribution.web;

import io.handsel.distribution.DistributorRow;
import io.handsel.distribution.LinkId;
import io.handsel.distribution.LinkList;
import io.handsel.distribution.LinkStatus;
import io.handsel.distribution.ResellerLinks;
import io.handsel.distribution.SharedPart;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A reseller's distributors: who invites it, through whom it can buy, and what they read. */
@Controller
@RequestMapping("/distributors")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class DistributorController {

    private static final String PAGE = "/distributors";

    private final LinkList list;
    private final ResellerLinks links;
    private final CurrentActor current;

    DistributorController(LinkList list, ResellerLinks links, CurrentActor current) {
        this.list = list;
        this.links = links;
        this.current = current;
    }

    @GetMapping
    String list(Model model) {
        var actor = current.get();
        var rows = list.ofReseller(actor);
        model.addAttribute("waiting", in(rows, LinkStatus.PENDING));
        model.addAttribute("linked", in(rows, LinkStatus.ACCEPTED));
        model.addAttribute(
                "over", rows.stream().filter(row -> !row.status().isOpen()).toList());
        model.addAttribute("parts", SharedPart.values());
        model.addAttribute("mayDecide", ResellerLinks.mayDecide(actor));
        return "distribution/distributors";
    }

    @PostMapping("/{id}/accept")
    @Allow(Role.PARTNER_ADMIN)
    String accept(@PathVariable LinkId id, @RequestParam @Nullable List<String> shared) {
        return LinkAnswers.redirect(PAGE, links.accept(current.get(), id, parts(shared)), "accepted");
    }

    @PostMapping("/{id}/reject")
    @Allow(Role.PARTNER_ADMIN)
    String reject(@PathVariable LinkId id) {
        return LinkAnswers.redirect(PAGE, links.reject(current.get(), id), "rejected");
    }

    @PostMapping("/{id}/share")
    @Allow(Role.PARTNER_ADMIN)
    String share(@PathVariable LinkId id, @RequestParam @Nullable List<String> shared) {
        return LinkAnswers.redirect(PAGE, links.share(current.get(), id, parts(shared)), "shared");
    }

    @PostMapping("/{id}/end")
    @Allow(Role.PARTNER_ADMIN)
    String end(@PathVariable LinkId id, @RequestParam(defaultValue = "") String reason) {
        return LinkAnswers.redirect(PAGE, links.endAsReseller(current.get(), id, reason), "ended");
    }

    private static List<DistributorRow> in(List<DistributorRow> rows, LinkStatus status) {
        return rows.stream().filter(row -> row.status() == status).toList();
    }

    /** What is none is left out. */
    private static Set<SharedPart> parts(@Nullable List<String> shared) {
        return shared == null
                ? Set.of()
                : Arrays.stream(SharedPart.values())
                        .filter(part -> shared.contains(part.name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(SharedPart.class)));
    }
}
