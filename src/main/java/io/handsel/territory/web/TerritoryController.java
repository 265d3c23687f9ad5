package io.handsel.territory.web;

import io.handsel.kernel.CountryCode;
import io.handsel.security.Allow;
import io.handsel.security.CurrentActor;
import io.handsel.security.People;
import io.handsel.security.PersonView;
import io.handsel.security.Role;
import io.handsel.territory.HolidayRegions;
import io.handsel.territory.Territories;
import io.handsel.territory.TerritoryId;
import io.handsel.territory.TerritoryOutcome;
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingWeek;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tree of territories, and who answers for each. */
@Controller
@RequestMapping("/territories")
@Allow({Role.MANAGER, Role.DIRECTOR, Role.DESIGNER, Role.OPERATOR})
class TerritoryController {

    private static final int UNPROCESSABLE = 422;

    private final Territories territories;
    private final HolidayRegions regions;
    private final People people;
    private final CurrentActor actor;

    TerritoryController(Territories territories, HolidayRegions regions, People people, CurrentActor actor) {
        this.territories = territories;
        this.regions = regions;
        this.people = people;
        this.actor = actor;
    }

    /** A territory in the tree, with the names of its people. */
    record Node(
            TerritoryView territory,
            @Nullable String parent,
            @Nullable PersonView manager,
            @Nullable PersonView director,
            String country,
            String hours,
            List<Node> parts) {}

    @GetMapping
    String tree(Model model, Locale locale) {
        var all = territories.list();
        var known = people.among(all.stream()
                .flatMap(territory -> Stream.of(territory.manager(), territory.director()))
                .toList());
        var nodes = new LinkedHashMap<TerritoryId, Node>();
        Map<TerritoryId, String> names = new LinkedHashMap<>();
        all.forEach(territory -> names.put(territory.id(), territory.name()));
        all.forEach(territory -> nodes.put(
                territory.id(),
                new Node(
                        territory,
                        territory.parent() == null ? null : names.get(territory.parent()),
                        known.get(territory.manager()),
                        known.get(territory.director()),
                        territory.holidays().nameIn(locale),
                        hours(territory.week(), locale),
                        new ArrayList<>())));
        var roots = new ArrayList<Node>();
        nodes.values().forEach(node -> {
            var parent = node.territory().parent();
            (parent == null ? roots : Objects.requireNonNull(nodes.get(parent)).parts()).add(node);
        });
        model.addAttribute("roots", roots);
        model.addAttribute("nodes", nodes.values());
        var assigned = territories.assignedCodes();
        var codes = all.stream().map(TerritoryView::code).collect(Collectors.toSet());
        model.addAttribute(
                "missing",
                assigned.stream().filter(code -> !codes.contains(code)).toList());
        model.addAttribute("assigned", assigned);
        model.addAttribute("mayChange", actor.get().is(Role.OPERATOR));
        return "territory/list";
    }

    @GetMapping("/new")
    @Allow(Role.OPERATOR)
    String blank(Model model, Locale locale) {
        var form = TerritoryForm.empty(actor.get(), territories.list().isEmpty());
        model.addAttribute("form", form);
        return newForm(form, model, locale);
    }

    @PostMapping
    @Allow(Role.OPERATOR)
    String register(
            @ModelAttribute("form") TerritoryForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var subdivisions = country(form)
                .map(country -> regions.of(country, locale).keySet())
                .orElse(Set.of());
        var outcome = form.toNew(people.withRole(Role.MANAGER), people.withRole(Role.DIRECTOR), subdivisions, problems)
                .map(wanted -> territories.register(actor.get(), wanted));
        if (outcome.isPresent() && outcome.get() instanceof TerritoryOutcome.Registered) {
            return "redirect:/territories?said=territory.said.registered";
        }
        if (outcome.isPresent() && outcome.get() instanceof TerritoryOutcome.Refused refused) {
            problems.rejectValue(refused.reason().field(), "territory.refused." + refused.reason());
        }
        response.setStatus(UNPROCESSABLE);
        return newForm(form, model, locale);
    }

    private String newForm(TerritoryForm form, Model model, Locale locale) {
        Map<String, String> parents = new LinkedHashMap<>();
        var known = territories.list();
        known.forEach(territory -> parents.put(territory.id().toString(), territory.name()));
        var codes = known.stream().map(TerritoryView::code).collect(Collectors.toSet());
        model.addAttribute("parents", parents);
        model.addAttribute(
                "codes",
                territories.assignedCodes().stream()
                        .filter(code -> !codes.contains(code))
                        .toList());
        choices(country(form).orElse(null), model, locale);
        return "territory/new";
    }

    private static Optional<CountryCode> country(TerritoryForm form) {
        return form.country() != null && CountryCode.isKnown(form.country())
                ? Optional.of(CountryCode.of(form.country()))
                : Optional.empty();
    }

    @GetMapping("/{id}")
    @Allow(Role.OPERATOR)
    String edit(@PathVariable TerritoryId id, Model model, Locale locale) {
        var territory = territories.get(id);
        model.addAttribute("form", TerritoryForm.from(territory));
        return form(territory, territory.holidays(), model, locale);
    }

    @PostMapping("/{id}")
    @Allow(Role.OPERATOR)
    String change(
            @PathVariable TerritoryId id,
            @ModelAttribute("form") TerritoryForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var territory = territories.get(id);
        var country = country(form).orElse(territory.holidays());
        var change = form.toCommand(
                people.withRole(Role.MANAGER),
                people.withRole(Role.DIRECTOR),
                regions.of(country, locale).keySet(),
                problems);
        if (change.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return form(territory, country, model, locale);
        }
        territories.change(actor.get(), id, change.get());
        return "redirect:/territories?said=territory.said.changed";
    }

    private String form(TerritoryView territory, CountryCode country, Model model, Locale locale) {
        model.addAttribute("territory", territory);
        choices(country, model, locale);
        return "territory/edit";
    }

    private void choices(@Nullable CountryCode country, Model model, Locale locale) {
        model.addAttribute("managers", names(people.withRole(Role.MANAGER)));
        model.addAttribute("directors", names(people.withRole(Role.DIRECTOR)));
        model.addAttribute("regions", country == null ? Map.of() : regions.of(country, locale));
        model.addAttribute("countries", CountryCode.namesIn(locale));
    }

    /** Days in a row with the same hours as one: Mon–Fri 09:00–17:00. */
    private static String hours(WorkingWeek week, Locale locale) {
        var parts = new ArrayList<String>();
        for (int first = 1; first <= 7; first++) {
            var hours = week.on(DayOfWeek.of(first));
            if (hours.isEmpty()) {
                continue;
            }
            int last = first;
            while (last < 7 && week.on(DayOfWeek.of(last + 1)).equals(hours)) {
                last++;
            }
            var days = shortName(first, locale) + (last == first ? "" : "–" + shortName(last, locale));
            parts.add(days + " " + hours.get().opens() + "–" + hours.get().closes());
            first = last;
        }
        return String.join(", ", parts);
    }

    private static String shortName(int day, Locale locale) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.SHORT, locale);
    }

    private static Map<String, String> names(List<PersonView> people) {
        Map<String, String> names = new LinkedHashMap<>();
        people.forEach(person -> names.put(person.id().toString(), person.name()));
        return names;
    }
}
