package io.handsel.people.web;

import io.handsel.notifications.OutgoingMail;
import io.handsel.partner.PartnerId;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerLocations;
import io.handsel.people.PeopleAdministration;
import io.handsel.people.PersonOutcome;
import io.handsel.people.PersonRefusal;
import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import io.handsel.security.LocationId;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonPage;
import io.handsel.security.PersonRecord;
import io.handsel.security.PersonState;
import io.handsel.security.PersonView;
import io.handsel.security.ReaderChoices;
import io.handsel.security.Role;
import io.handsel.shell.Download;
import io.handsel.shell.EveryPage;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages about people, which look alike for an operator and for a partner's administrator; under which address, and
 * who may come there, say the two controllers. Whose people they are says the sign-in.
 */
abstract class PersonPages {

    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;

    private final String base;
    private final PeopleAdministration administration;
    private final PartnerList partners;
    private final PartnerLocations locations;
    private final People people;
    private final OutgoingMail mail;
    private final CurrentActor currentActor;

    PersonPages(
            String base,
            PeopleAdministration administration,
            PartnerList partners,
            PartnerLocations locations,
            People people,
            OutgoingMail mail,
            CurrentActor currentActor) {
        this.base = base;
        this.administration = administration;
        this.partners = partners;
        this.locations = locations;
        this.people = people;
        this.mail = mail;
        this.currentActor = currentActor;
    }

    @GetMapping
    String list(PeopleListQuery query, Model model) {
        var page = administration.page(currentActor.get(), query.filter(), PAGE);
        model.addAttribute("base", base);
        model.addAttribute("query", query);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("companies", companies());
        model.addAttribute("employers", companiesOf(page.rows()));
        model.addAttribute("places", placesOf(page.rows()));
        model.addAttribute("roles", rolesToGive());
        model.addAttribute("states", PersonState.values());
        return "people/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(PeopleListQuery query) {
        var by = currentActor.get();
        var filter = query.filter();
        var rows = EveryPage.of(
                after -> administration.page(by, filter.behind(after), EveryPage.SIZE),
                PersonPage::rows,
                PersonPage::next);
        return Download.ofCsv("people.csv", PeopleExport.write(rows, companiesOf(rows), placesOf(rows)));
    }

    /** @param partner whom the new person is to work for, where an operator comes from that partner's page */
    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String partner, Model model) {
        var form = PersonForm.empty(people.get(currentActor.get().person()), isOperator() ? partner : "");
        model.addAttribute("form", form);
        return invitation(form, model);
    }

    @PostMapping
    String invite(
            @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var outcome = form.toNew(problems).map(wish -> administration.invite(currentActor.get(), wish));
        if (outcome.isPresent() && outcome.get() instanceof PersonOutcome.Done done) {
            return to(done.person().id(), "people.said.invited");
        }
        refuse(outcome.orElse(null), problems);
        response.setStatus(UNPROCESSABLE);
        return invitation(form, model);
    }

    @GetMapping("/{id}")
    String details(@PathVariable PersonId id, Model model) {
        model.addAttribute("form", PersonForm.from(administration.get(currentActor.get(), id)));
        return person(id, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable PersonId id,
            @ModelAttribute("form") PersonForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response) {
        var record = administration.get(currentActor.get(), id);
        var outcome = form.toChange(problems).map(change -> administration.change(currentActor.get(), id, change));
        if (outcome.isPresent() && outcome.get() instanceof PersonOutcome.Done) {
            return to(id, "people.said.changed");
        }
        refuse(outcome.orElse(null), problems);
        response.setStatus(UNPROCESSABLE);
        if (outcome.isPresent() && outcome.get().equals(new PersonOutcome.Refused(PersonRefusal.CHANGED_MEANWHILE))) {
            // Keeps what was typed and shows beside it what somebody else has saved.
            model.addAttribute("meanwhile", record.person());
            model.addAttribute("currentVersion", record.version());
        }
        return person(id, model);
    }

    @PostMapping("/{id}/link")
    String sendLink(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return act(id, administration::sendLink, "people.said.linkSent", model, response);
    }

    @PostMapping("/{id}/deactivate")
    String deactivate(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return act(id, administration::deactivate, "people.said.deactivated", model, response);
    }

    @PostMapping("/{id}/activate")
    String activate(@PathVariable PersonId id, Model model, HttpServletResponse response) {
        return act(id, administration::activate, "people.said.activated", model, response);
    }

    private String act(
            PersonId id,
            BiFunction<Actor, PersonId, PersonOutcome> act,
            String said,
            Model model,
            HttpServletResponse response) {
        if (act.apply(currentActor.get(), id) instanceof PersonOutcome.Refused refused) {
            model.addAttribute("refused", refused.reason());
            response.setStatus(UNPROCESSABLE);
            return details(id, model);
        }
        return to(id, said);
    }

    private String invitation(PersonForm form, Model model) {
        common(model);
        var company = isOperator() ? form.employer() : currentActor.get().partner();
        model.addAttribute("locations", company.map(this::locationsToGive).orElse(Map.of()));
        return "people/invite";
    }

    private String person(PersonId id, Model model) {
        var record = administration.get(currentActor.get(), id);
        common(model);
        model.addAttribute("record", record);
        model.addAttribute("locations", locationsToGive(record.person()));
        model.addAttribute("places", placesOf(List.of(record)));
        model.addAttribute("employers", companiesOf(List.of(record)));
        model.addAttribute("history", administration.history(currentActor.get(), id));
        model.addAttribute("own", record.person().id().equals(currentActor.get().person()));
        model.addAttribute(
                "roles",
                record.person().organisation() == null
                        ? inOrder(List.copyOf(Role.STAFF))
                        : inOrder(List.copyOf(Role.PARTNER)));
        return "people/details";
    }

    private void common(Model model) {
        model.addAttribute("base", base);
        model.addAttribute("roles", rolesToGive());
        model.addAttribute("languages", ReaderChoices.LANGUAGES);
        model.addAttribute("zones", ReaderChoices.ZONES);
        model.addAttribute("companies", companies());
        model.addAttribute("isOperator", isOperator());
        model.addAttribute("withoutMailServer", isOperator() && !mail.hasServer());
    }

    private static void refuse(@Nullable PersonOutcome outcome, BindingResult problems) {
        if (outcome instanceof PersonOutcome.Refused refused) {
            PersonForm.refuse(refused.reason(), problems);
        }
    }

    private boolean isOperator() {
        return currentActor.get().is(Role.OPERATOR);
    }

    private List<Role> rolesToGive() {
        return isOperator() ? List.of(Role.values()) : inOrder(List.copyOf(Role.PARTNER));
    }

    private static List<Role> inOrder(List<Role> roles) {
        return Arrays.stream(Role.values()).filter(roles::contains).toList();
    }

    /** Whom somebody can work for; only an operator needs and gets that. */
    private Map<OrganisationId, String> companies() {
        return isOperator() ? byOrganisation(partners.choices()) : Map.of();
    }

    /** What the companies of these people are called, whatever has become of them. */
    private Map<OrganisationId, String> companiesOf(List<PersonRecord> people) {
        var ids = people.stream()
                .map(record -> record.person().organisation())
                .filter(Objects::nonNull)
                .distinct()
                .map(PartnerId::of)
                .toList();
        return byOrganisation(partners.names(ids));
    }

    /** Only whoever is of all locations says to which one somebody is limited. */
    private Map<String, String> locationsToGive(OrganisationId company) {
        return currentActor.get().isOfAllLocations() ? locations.choices(PartnerId.of(company)) : Map.of();
    }

    /** With the one this person is limited to, though it may be closed by now. */
    private Map<String, String> locationsToGive(PersonView person) {
        var company = person.organisation();
        Map<String, String> choices = new LinkedHashMap<>(company == null ? Map.of() : locationsToGive(company));
        if (person.location() != null && currentActor.get().isOfAllLocations()) {
            locations.names(List.of(person.location())).forEach((id, name) -> choices.put(id.toString(), name));
        }
        return choices;
    }

    /** What the locations these people are limited to are called. */
    private Map<LocationId, String> placesOf(List<PersonRecord> people) {
        return locations.names(people.stream()
                .map(record -> record.person().location())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private static Map<OrganisationId, String> byOrganisation(Map<PartnerId, String> names) {
        Map<OrganisationId, String> companies = new LinkedHashMap<>();
        names.forEach((partner, name) -> companies.put(partner.organisation(), name));
        return companies;
    }

    private String to(PersonId id, String said) {
        return "redirect:" + base + "/" + id + "?said=" + said;
    }
}
