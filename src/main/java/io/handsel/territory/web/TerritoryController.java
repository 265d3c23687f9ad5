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
import io.handsel.territory.TerritoryView;
import io.handsel.territory.WorkingWeek;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
        model.addAttribute("mayChange", actor.get().is(Role.OPERATOR));
        return "territory/list";
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
            Locale locale) {
        var territory = territories.get(id);
        var country = form.country() != null && CountryCode.isKnown(form.country())
                ? CountryCode.of(form.country())
                : territory.holidays();
        var change = form.toCommand(
                people.withRole(Role.MANAGER),
                people.withRole(Role.DIRECTOR),
                regions.of(country, locale).keySet(),
                problems);
        if (change.isEmpty()) {
            return form(territory, country, model, locale);
        }
        territories.change(actor.get(), id, change.get());
        return "redirect:/territories?said=territory.said.changed";
    }

    private String form(TerritoryView territory, CountryCode country, Model model, Locale locale) {
        model.addAttribute("territory", territory);
        model.addAttribute("managers", names(people.withRole(Role.MANAGER)));
        model.addAttribute("directors", names(people.withRole(Role.DIRECTOR)));
        model.addAttribute("regions", regions.of(country, locale));
        Map<String, String> countries = new LinkedHashMap<>();
        CountryCode.all().stream()
                .sorted((one, other) -> one.nameIn(locale).compareToIgnoreCase(other.nameIn(locale)))
                .forEach(each -> countries.put(each.code(), each.nameIn(locale)));
        model.addAttribute("countries", countries);
        return "territory/edit";
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
