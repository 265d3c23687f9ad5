package io.handsel.accounts.web;

import io.handsel.accounts.AccountFilter;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountKind;
import io.handsel.accounts.AccountList;
import io.handsel.accounts.AccountNameKind;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountSummary;
import io.handsel.accounts.AccountTree;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.TreeDeed;
import io.handsel.accounts.TreeDeed.Merge;
import io.handsel.accounts.TreeDeed.Move;
import io.handsel.accounts.TreeDeed.Place;
import io.handsel.accounts.TreeOutcome.Done;
import io.handsel.accounts.TreeOutcome.Foreseen;
import io.handsel.accounts.TreeOutcome.Refused;
import io.handsel.accounts.TreeRefusal;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where managers give accounts another place: find the other account, look at what would happen, do it. */
@Controller
@RequestMapping("/accounts/{id}")
@Allow({Role.MANAGER, Role.DIRECTOR})
class AccountTreeController {

    /** Instead of an account's id: not below any. */
    private static final String TOP = "top";

    private static final int MOST_FOUND = 20;

    private final AccountTree tree;
    private final AccountRegister register;
    private final AccountList list;
    private final PartnerList partners;
    private final CurrentActor currentActor;
    private final Clock clock;

    AccountTreeController(
            AccountTree tree,
            AccountRegister register,
            AccountList list,
            PartnerList partners,
            CurrentActor currentActor,
            Clock clock) {
        this.tree = tree;
        this.register = register;
        this.list = list;
        this.partners = partners;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What is done to an account that needs another one: key below {@code accounts.tree}. */
    private enum Way {
        MOVE,
        MERGE
    }

    @GetMapping("/move")
    String move(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String to,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        return place(id, Way.MOVE, text, to, fragment != null, model);
    }

    @GetMapping("/merge")
    String merge(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String to,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        return place(id, Way.MERGE, text, to, fragment != null, model);
    }

    @PostMapping("/move")
    String move(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletResponse response,
            Model model) {
        return carryOut(id, Way.MOVE, to, stamp, "?said=accounts.said.moved", response, model);
    }

    @PostMapping("/merge")
    String merge(
            @PathVariable AccountId id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletResponse response,
            Model model) {
        return carryOut(id, Way.MERGE, to, stamp, "?said=accounts.said.merged", response, model);
    }

    private String carryOut(
            AccountId id, Way way, String to, String stamp, String said, HttpServletResponse response, Model model) {
        var outcome = isOther(to)
                ? tree.carryOut(currentActor.get(), deed(id, way, to), stamp)
                : new Refused(TreeRefusal.UNKNOWN_TARGET);
        if (outcome instanceof Done done) {
            return "redirect:/accounts/" + done.account() + said;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var page = place(id, way, "", isOther(to) ? to : "", false, model);
        model.addAttribute("refused", ((Refused) outcome).reason());
        return page;
    }

    private String place(AccountId id, Way way, String text, String to, boolean fragment, Model model) {
        var account = register.get(id);
        model.addAttribute("account", account);
        model.addAttribute("way", way);
        model.addAttribute("text", text);
        model.addAttribute(
                "found",
                text.isBlank()
                        ? null
                        : list.page(new AccountFilter(text, null, null, false, null), MOST_FOUND).stream()
                                .map(AccountSummary::account)
                                .filter(other -> !other.id().equals(account.id()))
                                .toList());
        if (fragment) {
            return "accounts/place :: found";
        }
        if (isOther(to)) {
            foresee(deed(id, way, to), model);
            model.addAttribute("to", to);
        }
        return "accounts/place";
    }

    private void foresee(TreeDeed deed, Model model) {
        var outcome = tree.preview(deed);
        if (outcome instanceof Foreseen foreseen) {
            model.addAttribute("preview", foreseen.preview());
            model.addAttribute("partners", names(foreseen.preview().partners()));
        } else {
            model.addAttribute("refused", ((Refused) outcome).reason());
        }
    }

    private static boolean isOther(String to) {
        return to.equals(TOP) || to.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static TreeDeed deed(AccountId id, Way way, String to) {
        var other = to.equals(TOP) ? null : AccountId.parse(to);
        return way == Way.MOVE || other == null ? new Move(id, other) : new Merge(id, other);
    }

    @GetMapping("/split")
    String split(@PathVariable AccountId id, @RequestParam MultiValueMap<String, String> sent, Model model) {
        var form = SplitForm.of(sent);
        model.addAttribute("form", form);
        if (!form.name().isEmpty()) {
            foresee(form.toDeed(id), model);
        }
        return choices(id, model);
    }

    @PostMapping("/split")
    String split(
            @PathVariable AccountId id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String stamp,
            HttpServletResponse response,
            Model model) {
        var form = SplitForm.of(sent);
        model.addAttribute("form", form);
        var outcome = tree.carryOut(currentActor.get(), form.toDeed(id), stamp);
        if (outcome instanceof Done done) {
            return "redirect:/accounts/" + done.account() + "?said=accounts.said.split";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        foresee(form.toDeed(id), model);
        model.addAttribute("refused", ((Refused) outcome).reason());
        return choices(id, model);
    }

    private String choices(AccountId id, Model model) {
        var details = register.details(id);
        model.addAttribute("account", details.account());
        model.addAttribute(
                "names",
                details.names().stream()
                        .filter(name -> name.kind() != AccountNameKind.LEGAL)
                        .toList());
        model.addAttribute(
                "marks",
                details.identifiers().stream()
                        .filter(identifier -> !identifier.kind().equals("NAME"))
                        .toList());
        model.addAttribute("children", tree.childrenOf(id));
        model.addAttribute(
                "claims",
                details.claims().stream()
                        .filter(claim -> claim.countsAt(clock.instant()))
                        .toList());
        model.addAttribute("kinds", AccountKind.values());
        model.addAttribute("places", Place.values());
        model.addAttribute("holders", names(details.claims().stream().map(ClaimView::partner)));
        return "accounts/split";
    }

    private Map<String, String> names(Stream<PartnerId> some) {
        return partners.names(some.collect(Collectors.toSet())).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }
}
