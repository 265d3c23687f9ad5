package io.handsel.people.web;

import io.handsel.notifications.OutgoingMail;
import io.handsel.partner.PartnerFilter;
import io.handsel.partner.PartnerList;
import io.handsel.partner.PartnerStanding;
import io.handsel.people.PeopleAdministration;
import io.handsel.people.PersonOutcome;
import io.handsel.people.PersonRefusal;
import io.handsel.security.Actor;
import io.handsel.security.CurrentActor;
import io.handsel.security.OrganisationId;
import io.handsel.security.People;
import io.handsel.security.PersonId;
import io.handsel.security.PersonState;
import io.handsel.security.ReaderChoices;
import io.handsel.security.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The pages about people, which look alike for an operator and for a partner's administrator. */
@Component
class PersonPages {

    private static final int PAGE = 50;
    private static final int MOST_EXPORTED = 50_000;
    private static final int MOST_PARTNERS = 2_000;
    private static final int UNPROCESSABLE = 422;

    private final PeopleAdministration administration;
    private final PartnerList partners;
    private final People people;
    private final OutgoingMail mail;
    private final CurrentActor currentActor;

    PersonPages(
            PeopleAdministration administration,
            PartnerList partners,
            People people,
            OutgoingMail mail,
            CurrentActor currentActor) {
        this.administration = administration;
        this.partners = partners;
        this.people = people;
        this.mail = mail;
        this.currentActor = currentActor;
    }

    String list(PeopleListQuery query, String base, Model model) {
        var page = administration.page(currentActor.get(), query.filter(), PAGE);
        model.addAttribute("base", base);
        model.addAttribute("query", query);
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next());
        model.addAttribute("companies", companies());
        model.addAttribute("roles", rolesToGive());
        model.addAttribute("states", PersonState.values());
        return "people/list";
    }

    ResponseEntity<byte[]> export(PeopleListQuery query) {
        var rows = administration.all(currentActor.get(), query.filter(), MOST_EXPORTED);
        var name = ContentDisposition.attachment().filename("people.csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(PeopleExport.write(rows, companies()).getBytes(StandardCharsets.UTF_8));
    }

    String blank(String partner, String base, Model model) {
        model.addAttribute(
                "form", PersonForm.empty(people.get(currentActor.get().person()), partner));
        return invitation(base, model);
    }

    String invite(PersonForm form, BindingResult problems, String base, Model model, HttpServletResponse response) {
        var outcome = form.toNew(problems).map(wish -> administration.invite(currentActor.get(), wish));
        if (outcome.isPresent() && outcome.get() instanceof PersonOutcome.Done done) {
            return to(base, done.person().id(), "people.said.invited");
        }
        refuse(outcome.orElse(null), problems);
        response.setStatus(UNPROCESSABLE);
        return invitation(base, model);
    }

    String details(PersonId id, String base, Model model) {
        model.addAttribute("form", PersonForm.from(administration.get(currentActor.get(), id)));
        return person(id, base, model);
    }

    String change(
            PersonId id,
            PersonForm form,
            BindingResult problems,
            String base,
            Model model,
            HttpServletResponse response) {
        var record = administration.get(currentActor.get(), id);
        var outcome = form.toChange(problems).map(change -> administration.change(currentActor.get(), id, change));
        if (outcome.isPresent() && outcome.get() instanceof PersonOutcome.Done) {
            return to(base, id, "people.said.changed");
        }
        refuse(outcome.orElse(null), problems);
        response.setStatus(UNPROCESSABLE);
        if (outcome.isPresent() && outcome.get().equals(new PersonOutcome.Refused(PersonRefusal.CHANGED_MEANWHILE))) {
            // Keeps what was typed and shows beside it what somebody else has saved.
            model.addAttribute("meanwhile", record.person());
            model.addAttribute("currentVersion", record.version());
        }
        return person(id, base, model);
    }

    /** One of the buttons beside a person. */
    String act(
            PersonId id,
            BiFunction<Actor, PersonId, PersonOutcome> act,
            String said,
            String base,
            Model model,
            HttpServletResponse response) {
        if (act.apply(currentActor.get(), id) instanceof PersonOutcome.Refused refused) {
            model.addAttribute("refused", refused.reason());
            response.setStatus(UNPROCESSABLE);
            return details(id, base, model);
        }
        return to(base, id, said);
    }

    private String invitation(String base, Model model) {
        common(base, model);
        return "people/invite";
    }

    private String person(PersonId id, String base, Model model) {
        var record = administration.get(currentActor.get(), id);
        common(base, model);
        model.addAttribute("record", record);
        model.addAttribute("history", administration.history(currentActor.get(), id));
        model.addAttribute("own", record.person().id().equals(currentActor.get().person()));
        model.addAttribute(
                "roles",
                record.person().organisation() == null
                        ? inOrder(List.copyOf(Role.STAFF))
                        : inOrder(List.copyOf(Role.PARTNER)));
        return "people/details";
    }

    private void common(String base, Model model) {
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

    /** The names of the partners that have not ended; only an operator needs and gets them. */
    private Map<OrganisationId, String> companies() {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        if (isOperator()) {
            partners.all(PartnerFilter.everything(), MOST_PARTNERS).stream()
                    .filter(row -> row.standing() != PartnerStanding.ENDED)
                    .forEach(row -> names.put(row.id().organisation(), row.name()));
        }
        return names;
    }

    private static String to(String base, PersonId id, String said) {
        return "redirect:" + base + "/" + id + "?said=" + said;
    }
}
