package io.handsel.accounts.web;

import io.handsel.accounts.AccountDetails;
import io.handsel.accounts.AccountFilter;
import io.handsel.accounts.AccountId;
import io.handsel.accounts.AccountList;
import io.handsel.accounts.AccountProfiles;
import io.handsel.accounts.AccountRefusal;
import io.handsel.accounts.AccountRegister;
import io.handsel.accounts.AccountTree;
import io.handsel.accounts.ClaimTrees;
import io.handsel.accounts.ClaimView;
import io.handsel.accounts.Designation;
import io.handsel.accounts.DesignationProposals;
import io.handsel.kernel.CountryCode;
import io.handsel.partner.PartnerView;
import io.handsel.partner.Partners;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The register of accounts for the vendor's people. */
@Controller
@Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
class AccountController {

    private static final int PAGE = 50;

    private final AccountRegister register;
    private final AccountList list;
    private final AccountProfiles profiles;
    private final DesignationProposals proposals;
    private final ClaimTrees trees;
    private final Partners partners;
    private final People people;
    private final AccountTree tree;
    private final MessageSource texts;
    private final CurrentActor currentActor;
    private final Clock clock;

    AccountController(
            AccountRegister register,
            AccountList list,
            AccountProfiles profiles,
            DesignationProposals proposals,
            ClaimTrees trees,
            Partners partners,
            People people,
            AccountTree tree,
            MessageSource texts,
            CurrentActor currentActor,
            Clock clock) {
        this.register = register;
        this.list = list;
        this.profiles = profiles;
        this.proposals = proposals;
        this.trees = trees;
        this.partners = partners;
        this.people = people;
        this.tree = tree;
        this.texts = texts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The filter as the address carries it. */
    record Search(
            @Nullable String text,
            @Nullable String country,
            @Nullable Designation designation,
            @Nullable Boolean claimed,
            @Nullable AccountId after) {

        AccountFilter filter() {
            return new AccountFilter(text, country, designation, Boolean.TRUE.equals(claimed), after);
        }
    }

    @GetMapping("/accounts")
    String list(Search search, Locale locale, Model model) {
        // One more than shown says whether there is a next page.
        var found = list.page(search.filter(), PAGE + 1);
        var more = found.size() > PAGE;
        model.addAttribute("accounts", more ? found.subList(0, PAGE) : found);
        model.addAttribute("next", more ? found.get(PAGE - 1).account().id() : null);
        model.addAttribute("search", search);
        model.addAttribute("countries", CountryCode.namesIn(locale));
        model.addAttribute("designations", Designation.values());
        model.addAttribute(
                "mayImport",
                currentActor.get().is(Role.OPERATOR) || currentActor.get().is(Role.MANAGER));
        return "accounts/list";
    }

    @GetMapping("/accounts/export")
    void export(Search search, HttpServletResponse response) throws IOException {
        var out = Download.csv(response, "accounts.csv");
        list.export(search.filter().after(null), out);
        out.flush();
    }

    @GetMapping("/accounts/{id}")
    String show(@PathVariable AccountId id, Model model) {
        var present = register.get(id).id();
        if (!present.equals(id)) {
            return "redirect:/accounts/" + present;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("wish", new DesignationForm(Designation.OPEN, null, null, null, today, null, null));
        return page(id, model);
    }

    @PostMapping("/accounts/{id}/designation")
    @Allow({Role.MANAGER, Role.DIRECTOR})
    String designate(
            @PathVariable AccountId id,
            @ModelAttribute("wish") DesignationForm wish,
            BindingResult problems,
            HttpServletResponse response,
            Model model) {
        if (wish.designation() == null) {
            problems.rejectValue("designation", "accounts.register.UNKNOWN_DESIGNATION");
        }
        if (wish.from() == null && !problems.hasFieldErrors("from")) {
            problems.rejectValue("from", "accounts.designation.from.missing");
        }
        if (wish.reason() != null && wish.reason().length() > DesignationForm.LONGEST) {
            problems.rejectValue("reason", "accounts.register.TEXT_TOO_LONG");
        }
        if (wish.helpPaid() != null && wish.helpPaid().length() > DesignationForm.LONGEST) {
            problems.rejectValue("helpPaid", "accounts.register.TEXT_TOO_LONG");
        }
        if (!problems.hasErrors()) {
            register.designate(currentActor.get(), id, wish.toCommand())
                    .ifPresent(refusal -> problems.rejectValue(field(refusal), "accounts.register." + refusal));
        }
        if (problems.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, model);
        }
        return "redirect:/accounts/" + id + "?said=accounts.said.designated";
    }

    private static String field(AccountRefusal refusal) {
        return switch (refusal) {
            case UNKNOWN_PARTNER -> "partner";
            case UNKNOWN_OWNER -> "owner";
            default -> "reviewOn";
        };
    }

    private String page(AccountId id, Model model) {
        var details = register.details(id);
        var names = partners.list().stream()
                .collect(Collectors.toMap(partner -> partner.id().toString(), PartnerView::name));
        var people = names(details);
        var picture = tree.picture(id);
        model.addAttribute("details", details);
        model.addAttribute(
                "tree",
                picture.nodes().stream().map(node -> TreeLine.of(node, id)).toList());
        model.addAttribute("wholeTree", picture.whole());
        model.addAttribute("claimTree", trees.of(id));
        model.addAttribute("partners", names);
        model.addAttribute(
                "claims",
                details.claims().stream()
                        .map(claim -> ClaimLine.of(claim, names, people, clock.instant()))
                        .toList());
        model.addAttribute("designations", Designation.values());
        model.addAttribute("staff", staff());
        model.addAttribute("owners", owners(details));
        model.addAttribute("mayDesignate", isManaging());
        model.addAttribute("profile", profiles.find(id));
        model.addAttribute("proposal", isManaging() ? proposals.about(id).orElse(null) : null);
        model.addAttribute("tableVersion", proposals.version());
        model.addAttribute(
                "history",
                tree.history(id).stream()
                        .map(entry -> HistoryLine.of(entry, names, texts, LocaleContextHolder.getLocale()))
                        .toList());
        return "accounts/details";
    }

    private Map<String, String> names(AccountDetails details) {
        var persons = details.claims().stream().map(ClaimView::person).collect(Collectors.toSet());
        return people.among(persons).values().stream()
                .collect(Collectors.toMap(person -> person.id().toString(), PersonView::name));
    }

    /** Who may answer for what is laid down. */
    private Map<String, String> staff() {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(Role.MANAGER, Role.DIRECTOR)
                .flatMap(role -> people.withRole(role).stream())
                .forEach(person -> names.put(person.id().toString(), person.name()));
        return names;
    }

    private Map<String, String> owners(AccountDetails details) {
        var owners = details.designations().stream()
                .map(AccountDetails.DesignationView::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return people.among(owners).values().stream()
                .collect(Collectors.toMap(person -> person.id().toString(), PersonView::name));
    }

    private boolean isManaging() {
        var actor = currentActor.get();
        return actor.is(Role.MANAGER) || actor.is(Role.DIRECTOR);
    }
}
