package io.handsel.deals.web;

import io.handsel.deals.DealAction;
import io.handsel.deals.DealDetails;
import io.handsel.deals.DealFilter;
import io.handsel.deals.DealId;
import io.handsel.deals.DealOverview;
import io.handsel.deals.DealStatus;
import io.handsel.security.Actor;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A partner's deals: the list, and one deal with everything about it. */
@Controller
@RequestMapping("/deals")
@Allow({Role.PARTNER_ADMIN, Role.PARTNER_SALES, Role.PARTNER_MARKETING, Role.PARTNER_FINANCE})
class DealController {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    private final DealOverview overview;
    private final DealPage pages;
    private final CurrentActor current;

    DealController(DealOverview overview, DealPage pages, CurrentActor current) {
        this.overview = overview;
        this.pages = pages;
        this.current = current;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable Set<DealStatus> status,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var actor = current.get();
        var filter = new DealFilter(status == null ? Set.of() : status, search);
        var request = PageRequest.of(
                Math.min(Math.max(page, 1), LAST_PAGE) - 1,
                PAGE_SIZE,
                Sort.by("submittedAt").descending());
        var deals = overview.list(actor, filter, request);
        model.addAttribute("deals", deals);
        model.addAttribute("filter", filter);
        model.addAttribute("statuses", DealStatus.values());
        model.addAttribute("mayRegister", mayRegister(actor));
        return "deals/list";
    }

    /** Something the partner may do with the deal now, and the page for it. */
    record Way(DealAction action, String path) {

        /** What waits for the partner comes first; giving the deal up comes last. */
        private static final Map<DealAction, String> PATHS = new EnumMap<>(Map.of(
                DealAction.PROVIDE_INFORMATION, "information",
                DealAction.UPDATE, "update",
                DealAction.CLOSE_WON, "won",
                DealAction.CLOSE_LOST, "lost",
                DealAction.REQUEST_EXTENSION, "extension",
                DealAction.AMEND, "amendment",
                DealAction.RESUBMIT, "resubmit",
                DealAction.WITHDRAW, "withdraw"));

        static List<Way> of(DealDetails deal) {
            return PATHS.entrySet().stream()
                    .filter(way -> deal.actions().contains(way.getKey()))
                    .map(way -> new Way(way.getKey(), way.getValue()))
                    .toList();
        }
    }

    @GetMapping("/{id}")
    String details(@PathVariable DealId id, Model model) {
        var actor = current.get();
        var deal = overview.details(actor, id);
        model.addAttribute("deal", deal);
        model.addAttribute("drawing", pages.drawing(deal));
        model.addAttribute("history", pages.history(deal));
        model.addAttribute("ways", mayRegister(actor) ? Way.of(deal) : List.of());
        return "deals/details";
    }

    private static boolean mayRegister(Actor actor) {
        return actor.is(Role.PARTNER_ADMIN) || actor.is(Role.PARTNER_SALES);
    }

    /** The receipt as text, to keep in one's own files. */
    @GetMapping(path = "/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> receipt(@PathVariable DealId id) {
        var receipt = overview.details(current.get(), id).receipt();
        var name = ContentDisposition.attachment()
                .filename("receipt-" + receipt.number() + ".txt", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(receipt.text() + "\n");
    }
}
