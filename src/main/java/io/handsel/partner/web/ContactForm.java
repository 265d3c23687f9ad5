package io.handsel.partner.web;

import io.handsel.partner.ContactKind;
import io.handsel.partner.NewContact;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A call, a mail or a meeting as typed into one line. */
record ContactForm(
        @Nullable String kind,
        @Nullable String day,
        @Nullable String words) {

    static ContactForm on(LocalDate today) {
        return new ContactForm(ContactKind.CALL_MADE.name(), today.toString(), "");
    }

    /** @param today the day of a contact for which none is named */
    Optional<NewContact> contact(LocalDate today, BindingResult problems) {
        var known = Arrays.stream(ContactKind.values())
                .filter(one -> one.name().equals(kind))
                .findAny();
        if (known.isEmpty()) {
            problems.rejectValue("kind", "partner.wrong.kind");
        }
        var said = words == null ? "" : words.strip();
        if (said.length() > NewContact.LONGEST) {
            problems.rejectValue("words", "partner.wrong.words");
        }
        var date = date(today);
        if (date.isEmpty()) {
            problems.rejectValue("day", "partner.wrong.day");
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new NewContact(known.orElseThrow(), date.orElseThrow(), said));
    }

    private Optional<LocalDate> date(LocalDate today) {
        if (day == null || day.isBlank()) {
            return Optional.of(today);
        }
        try {
            return Optional.of(LocalDate.parse(day.strip())).filter(date -> date.getYear() > 1999);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
