package io.handsel.partner.web;

import io.handsel.kernel.Period;
import io.handsel.security.PersonId;
import io.handsel.territory.PartnerDay;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Who stands in from which day until which, both included, as typed. */
record SubstitutionForm(
        @Nullable String substitute,
        @Nullable String from,
        @Nullable String until) {

    static SubstitutionForm empty() {
        return new SubstitutionForm("", "", "");
    }

    Optional<PersonId> person(BindingResult problems) {
        var person = personId(substitute);
        if (person.isEmpty()) {
            problems.rejectValue("substitute", "partner.substitution.nobody");
        }
        return person;
    }

    Optional<Period> period(ZoneId zone, BindingResult problems) {
        var first = day(from);
        var last = day(until);
        if (first.isEmpty()) {
            problems.rejectValue("from", "partner.substitution.noDay");
        }
        if (last.isEmpty()) {
            problems.rejectValue("until", "partner.substitution.noDay");
        }
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            problems.rejectValue("until", "partner.substitution.backwards");
            return Optional.empty();
        }
        return Optional.of(new Period(PartnerDay.startOf(first.get(), zone), PartnerDay.endOf(last.get(), zone)));
    }

    static Optional<PersonId> personId(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(PersonId.parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999 && day.getYear() < 3000);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
