package io.handsel.partner.web;

import io.handsel.partner.ContactKind;
import io.handsel.partner.HandOverOutcome;
import io.handsel.partner.PartnerCare;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerPage;
import io.handsel.partner.PartnerStanding;
import io.handsel.partner.PartnerTimeline;
import io.handsel.partner.Partners;
import io.handsel.partner.ServiceLevels;
import io.handsel.partner.SubstitutionOutcome;
import io.handsel.partner.SubstitutionView;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The staff's pages about partners. */
@Controller
@RequestMapping("/partners")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.FINANCE, Role.DESIGNER, Role.OPERATOR})
class PartnerController {

    private static final int UNPROCESSABLE = 422;
    private static final int PAGE = 50;
    /** Entries of the timeline on the record itself. */
    private static final int NEWEST = 10;

    private final Partners partners;
    private final PartnerList list;
    private final PartnerCare care;
    private final PartnerProfiles profiles;
    private final PartnerTimeline timeline;
    private final People people;
    private final PartnerCards cards;
    private final ServiceLevels levels;
    private final CurrentActor actor;
    private final Clock clock;

    PartnerController(
            Partners partners,
            PartnerList list,
            PartnerCare care,
            PartnerProfiles profiles,
            PartnerTimeline timeline,
            People people,
            PartnerCards cards,
            ServiceLevels levels,
            CurrentActor actor,
            Clock clock) {
        this.partners = partners;
        this.list = list;
        this.care = care;
        this.profiles = profiles;
        this.timeline = timeline;
        this.people = people;
        this.cards = cards;
        this.levels = levels;
        this.actor = actor;
        this.clock = clock;
    }

    /** A time in which somebody stands in, with the name and the last day. */
    record StandIn(UUID id, PersonView substitute, Instant from, Instant until) {}

    @GetMapping
    String list(PartnerListQuery query, Model model) {
        var page = list.page(query.filter(actor.get()), PAGE);
        model.addAttribute("query", query);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("managers", managersOf(page.rows()));
        model.addAttribute("standings", PartnerStanding.values());
        model.addAttribute("mayRegister", mayWrite());
        return "partner/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(PartnerListQuery query) {
        var filter = query.filter(actor.get());
        var rows = EveryPage.of(
                after -> list.page(filter.behind(after), EveryPage.SIZE), PartnerPage::rows, PartnerPage::next);
        return Download.ofCsv("partners.csv", PartnerExport.write(rows, managersOf(rows)));
    }

    @GetMapping("/{id}")
    String details(@PathVariable PartnerId id, Model model) {
        model.addAttribute("form", SubstitutionForm.empty());
        return page(id, model);
    }

    @PostMapping("/{id}/substitutions")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String substitute(
            @PathVariable PartnerId id,
            @ModelAttribute("form") SubstitutionForm form,
            BindingResult problems,
            Model model) {
        var manager = partners.get(id).manager();
        var person = form.person(problems);
        var period = form.period(actor.get().zone(), problems);
        if (person.isPresent() && period.isPresent()) {
            var outcome = care.substitute(actor.get(), manager, person.get(), period.get());
            if (outcome instanceof SubstitutionOutcome.Refused refused) {
                problems.reject("partner.refused." + refused.reason());
            }
        }
        return problems.hasErrors() ? page(id, model) : "redirect:/partners/" + id + "?said=partner.said.substituted";
    }

    @PostMapping("/{id}/substitutions/{substitution}/withdraw")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String withdraw(@PathVariable PartnerId id, @PathVariable UUID substitution) {
        partners.get(id);
        care.withdraw(actor.get(), substitution);
        return "redirect:/partners/" + id + "?said=partner.said.withdrawn";
    }

    @PostMapping("/{id}/manager")
    @Allow({Role.MANAGER, Role.DIRECTOR, Role.OPERATOR})
    String handOver(
            @PathVariable PartnerId id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String manager,
            Model model,
            HttpServletResponse response) {
        // Whoever does not say whom they take it from has seen who has it now.
        var present =
                SubstitutionForm.personId(from).orElseGet(() -> partners.get(id).manager());
        var outcome = SubstitutionForm.personId(manager)
                .map(person -> care.handOver(actor.get(), id, present, person))
                .orElse(HandOverOutcome.NOT_A_MANAGER);
        if (outcome == HandOverOutcome.HANDED_OVER) {
            return "redirect:/partners/" + id + "?said=partner.said.handedOver";
        }
        model.addAttribute("form", SubstitutionForm.empty());
        model.addAttribute("handOverRefused", outcome);
        response.setStatus(UNPROCESSABLE);
        return page(id, model);
    }

    private boolean mayWrite() {
        var by = actor.get();
        return by.is(Role.MANAGER) || by.is(Role.DIRECTOR) || by.is(Role.OPERATOR);
    }

    private String page(PartnerId id, Model model) {
        var profile = profiles.of(id);
        var manager = profile.partner().manager();
        model.addAttribute("profile", profile);
        model.addAttribute("level", levels.viewOf(id));
        model.addAttribute("standIns", standIns(manager));
        model.addAttribute("mayArrange", care.mayArrange(actor.get(), manager));
        model.addAttribute("choices", otherManagers(manager));
        model.addAttribute("mayLookAfter", partners.mayLookAfter(actor.get(), id));
        model.addAttribute("mayInvite", actor.get().is(Role.OPERATOR));
        var newest = timeline.page(id, false, null, NEWEST);
        model.addAttribute("lines", TimelineLine.of(newest.entries(), actor.get()));
        model.addAttribute("kinds", ContactKind.values());
        model.addAttribute("mayNote", mayWrite());
        model.addAttribute("today", clock.instant().atZone(actor.get().zone()).toLocalDate());
        model.addAttribute("cards", cards.of(actor.get(), profile.partner()));
        return "partner/details";
    }

    private List<StandIn> standIns(PersonId manager) {
        var found = care.substitutionsOf(manager);
        var known =
                people.among(found.stream().map(SubstitutionView::substitute).toList());
        return found.stream()
                .map(substitution -> new StandIn(
                        substitution.id(),
                        known.get(substitution.substitute()),
                        substitution.period().start(),
                        substitution.period().end().minus(Duration.ofSeconds(1))))
                .toList();
    }

    private Map<String, String> otherManagers(PersonId manager) {
        Map<String, String> names = new LinkedHashMap<>();
        for (var person : people.withRole(Role.MANAGER)) {
            if (!person.id().equals(manager)) {
                names.put(person.id().toString(), person.name());
            }
        }
        return names;
    }

    private Map<PersonId, PersonView> managersOf(List<PartnerPage.Row> rows) {
        return people.among(rows.stream().map(PartnerPage.Row::manager).collect(Collectors.toSet()));
    }
}
