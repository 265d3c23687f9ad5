package io.handsel.accounts.web;

import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountNotFound;
import io.handsel.accounts.Designation;
import io.handsel.accounts.DesignationProposals;
import io.handsel.accounts.HouseAccounts;
import io.handsel.accounts.HouseFilter.Show;
import io.handsel.accounts.HousePage;
import io.handsel.accounts.HousePage.Line;
import io.handsel.accounts.ReviewHouseAccount;
import io.handsel.accounts.ReviewRefusal;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.HarmlessCsv;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The register of house and assigned accounts, and looking at one of them again. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class HouseController {

    private static final int PAGE = 50;
    private static final int EXPORT_PAGE = 1000;
    private static final String FORM = "form";

    private final HouseAccounts house;
    private final DesignationProposals proposals;
    private final Partners partners;
    private final People people;
    private final CurrentActor currentActor;

    HouseController(
            HouseAccounts house,
            DesignationProposals proposals,
            Partners partners,
            People people,
            CurrentActor currentActor) {
        this.house = house;
        this.proposals = proposals;
        this.partners = partners;
        this.people = people;
        this.currentActor = currentActor;
    }

    @GetMapping("/accounts/house")
    String list(HouseQuery query, Model model) {
        var page = house.page(query.filter(currentActor.get()), PAGE);
        model.addAttribute("lines", page.lines());
        model.addAttribute("next", page.next());
        model.addAttribute("query", query);
        model.addAttribute("shown", query.shown());
        model.addAttribute("shows", Show.values());
        model.addAttribute("designations", List.of(Designation.HOUSE, Designation.ASSIGNED));
        model.addAttribute("partners", partnerNames());
        model.addAttribute("owners", owners(page));
        model.addAttribute("mayReview", isManaging());
        model.addAttribute(
                "nextDue",
                isManaging() ? house.nextDue().map(line -> line.account().id()).orElse(null) : null);
        model.addAttribute("outdated", isManaging() && proposals.isOutdated());
        return "accounts/house";
    }

    @GetMapping("/accounts/house/export")
    void export(HouseQuery query, HttpServletResponse response) throws IOException {
        var out = Download.csv(response, "house-accounts.csv");
        var csv = new HarmlessCsv(
                out,
                "id",
                "account",
                "country",
                "designation",
                "partner",
                "reason",
                "owner",
                "from",
                "review",
                "help",
                "source");
        var names = partnerNames();
        var actor = currentActor.get();
        var at = new HouseQuery(query.show(), query.text(), query.designation(), query.whose(), query.sort(), null);
        while (at != null) {
            var page = house.page(at.filter(actor), EXPORT_PAGE);
            var owners = owners(page);
            page.lines().forEach(line -> write(csv, line, names, owners));
            at = page.next() == null
                    ? null
                    : new HouseQuery(
                            query.show(), query.text(), query.designation(), query.whose(), query.sort(), page.next());
        }
        out.flush();
    }

    private static void write(HarmlessCsv csv, Line line, Map<String, String> partners, Map<String, String> owners) {
        csv.row(
                line.account().id(),
                line.account().name(),
                line.account().country(),
                line.designation(),
                line.partner() == null ? null : partners.get(line.partner().toString()),
                line.reason(),
                line.owner() == null ? null : owners.get(line.owner().toString()),
                line.from(),
                line.reviewOn(),
                line.helpPaid(),
                line.source());
    }

    @GetMapping("/accounts/{id}/review")
    @Allow({Role.MANAGER, Role.DIRECTOR})
    String look(@PathVariable AccountId id, Model model) {
        var line = line(id);
        model.addAttribute(
                FORM,
                ReviewForm.suggested(
                        line.word(), house.nextReview(line.account()).orElse(null), house.nextOpening(line.account())));
        return page(line, model);
    }

    @PostMapping("/accounts/{id}/review")
    @Allow({Role.MANAGER, Role.DIRECTOR})
    String review(
            @PathVariable AccountId id,
            @ModelAttribute(FORM) ReviewForm form,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        var line = line(id);
        var opens = ReviewForm.OPENS.equals(form.outcome());
        if (!opens && !ReviewForm.STAYS.equals(form.outcome())) {
            problems.reject("accounts.review.outcome.missing");
        }
        if (opens && form.from() == null && !problems.hasFieldErrors("from")) {
            problems.rejectValue("from", "accounts.designation.from.missing");
        }
        if (form.reason() != null && form.reason().length() > DesignationForm.LONGEST) {
            problems.rejectValue("reason", "accounts.register.TEXT_TOO_LONG");
        }
        if (!problems.hasErrors()) {
            house.review(currentActor.get(), id, command(form, opens)).ifPresent(refusal -> refuse(refusal, problems));
        }
        if (problems.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(line, model);
        }
        var next = house.nextDue().map(due -> "/accounts/" + due.account().id() + "/review");
        return "redirect:" + next.orElse("/accounts/house")
                + (opens ? "?said=accounts.said.opened" : "?said=accounts.said.stays");
    }

    private static ReviewHouseAccount command(ReviewForm form, boolean opens) {
        var word = form.word() == null ? new UUID(0, 0) : form.word();
        return opens
                ? ReviewHouseAccount.opens(word, Objects.requireNonNull(form.from()), form.reason())
                : new ReviewHouseAccount(word, form.reviewOn(), null, null);
    }

    private static void refuse(ReviewRefusal refusal, BindingResult problems) {
        switch (refusal) {
            case CHANGED_MEANWHILE -> problems.reject("accounts.review.refused.CHANGED_MEANWHILE");
            case NOT_LATER -> problems.rejectValue("reviewOn", "accounts.review.refused.NOT_LATER");
        }
    }

    private String page(Line line, Model model) {
        model.addAttribute("line", line);
        model.addAttribute("partners", partnerNames());
        model.addAttribute("owners", owners(new HousePage(List.of(line), null)));
        return "accounts/review";
    }

    private Line line(AccountId id) {
        return house.find(id).orElseThrow(() -> AccountNotFound.withId(id));
    }

    private Map<String, String> partnerNames() {
        return partners.list().stream()
                .collect(Collectors.toMap(partner -> partner.id().toString(), PartnerView::name));
    }

    private Map<String, String> owners(HousePage page) {
        var owners =
                page.lines().stream().map(Line::owner).filter(Objects::nonNull).collect(Collectors.toSet());
        return people.among(owners).values().stream()
                .collect(Collectors.toMap(person -> person.id().toString(), PersonView::name));
    }

    private boolean isManaging() {
        var actor = currentActor.get();
        return actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR);
    }
}
