package io.handsel.people.web;

import io.handsel.kernel.EmailAddress;
import io.handsel.people.PersonRefusal;
import io.handsel.security.LocationId;
import io.handsel.security.NewPerson;
import io.handsel.security.OrganisationId;
import io.handsel.security.PersonChange;
import io.handsel.security.PersonRecord;
import io.handsel.security.PersonView;
import io.handsel.security.ReaderChoices;
import io.handsel.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/**
 * What is known of a person, as typed.
 *
 * @param partner the partner company; empty for the vendor's own people
 * @param location the only location whose matters are theirs; empty for all of the company's
 * @param roles a set: no field named as if it had places can put one in
 * @param version of the person, where it is not a new one
 */
record PersonForm(
        String name,
        String signInName,
        String email,
        String telephone,
        String partner,
        String location,
        Set<String> roles,
        String language,
        String zone,
        String version) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TELEPHONE = 40;

    PersonForm {
        name = text(name);
        signInName = text(signInName);
        email = text(email);
        telephone = text(telephone);
        partner = text(partner);
        location = text(location);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        language = text(language);
        zone = text(zone);
        version = text(version);
    }

    /** Nothing filled in but the language and zone of who invites, which are most often right. */
    static PersonForm empty(PersonView by, String partner) {
        return new PersonForm(
                "",
                "",
                "",
                "",
                partner,
                "",
                Set.of(),
                by.locale().getLanguage(),
                by.zone().getId(),
                "");
    }

    static PersonForm from(PersonRecord record) {
        var person = record.person();
        return new PersonForm(
                person.name(),
                person.signInName(),
                person.email().address(),
                person.telephone(),
                person.organisation() == null ? "" : person.organisation().toString(),
                person.location() == null ? "" : person.location().toString(),
                person.roles().stream().map(Role::name).collect(Collectors.toSet()),
                person.locale().getLanguage(),
                person.zone().getId(),
                Long.toString(record.version()));
    }

    /** The same as somebody else has left it meanwhile, so that sending it once more is meant. */
    PersonForm on(PersonRecord record) {
        return new PersonForm(
                name,
                signInName,
                email,
                telephone,
                partner,
                location,
                roles,
                language,
                zone,
                Long.toString(record.version()));
    }

    /** The partner somebody is to work for, where one is chosen. */
    Optional<OrganisationId> employer() {
        return Optional.ofNullable(organisation(new MapBindingResult(Map.of(), "form")));
    }

    /** Whom to invite; empty if something is wrong, which is then said at the field. */
    Optional<NewPerson> toNew(BindingResult problems) {
        if (!signInName.matches("[\\p{L}\\p{N}._@-]{3,100}")) {
            problems.rejectValue("signInName", "security.signInName.wrong");
        }
        var organisation = organisation(problems);
        var where = location(problems);
        check(problems);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new NewPerson(
                        signInName,
                        name,
                        EmailAddress.parse(email),
                        chosen(),
                        organisation,
                        where,
                        ReaderChoices.language(language).orElseThrow(),
                        ReaderChoices.zone(zone).orElseThrow(),
                        telephone.isEmpty() ? null : telephone,
                        null,
                        null));
    }

    /** What to change; empty if something is wrong, which is then said at the field. */
    Optional<PersonChange> toChange(BindingResult problems) {
        var where = location(problems);
        check(problems);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new PersonChange(
                        name,
                        EmailAddress.parse(email),
                        telephone.isEmpty() ? null : telephone,
                        chosen(),
                        where,
                        ReaderChoices.language(language).orElseThrow(),
                        ReaderChoices.zone(zone).orElseThrow(),
                        version.matches("\\d{1,18}") ? Long.parseLong(version) : -1));
    }

    static void refuse(PersonRefusal refusal, BindingResult problems) {
        if (refusal.field().isEmpty()) {
            problems.reject("people.refused." + refusal);
        } else {
            problems.rejectValue(refusal.field(), "people.refused." + refusal);
        }
    }

    private void check(BindingResult problems) {
        if (name.isEmpty()) {
            problems.rejectValue("name", "security.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            problems.rejectValue("name", "security.name.long");
        }
        if (!EmailAddress.isValid(email)) {
            problems.rejectValue("email", "security.email.wrong");
        }
        if (telephone.length() > LONGEST_TELEPHONE || !telephone.matches("[+0-9 ()/.-]*")) {
            problems.rejectValue("telephone", "people.wrong.telephone");
        }
        if (chosen().isEmpty()) {
            problems.rejectValue("roles", "people.refused.NO_ROLE");
        }
        if (ReaderChoices.language(language).isEmpty()) {
            problems.rejectValue("language", "security.language.unknown");
        }
        if (ReaderChoices.zone(zone).isEmpty()) {
            problems.rejectValue("zone", "security.zone.unknown");
        }
    }

    private @Nullable OrganisationId organisation(BindingResult problems) {
        if (partner.isEmpty()) {
            return null;
        }
        try {
            return OrganisationId.parse(partner);
        } catch (IllegalArgumentException none) {
            problems.rejectValue("partner", "people.refused.NO_PARTNER");
            return null;
        }
    }

    private @Nullable LocationId location(BindingResult problems) {
        if (location.isEmpty()) {
            return null;
        }
        try {
            return LocationId.parse(location);
        } catch (IllegalArgumentException none) {
            problems.rejectValue("location", "people.refused.LOCATION_UNKNOWN");
            return null;
        }
    }

    private Set<Role> chosen() {
        var chosen = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> roles.contains(role.name())).forEach(chosen::add);
        return chosen;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
