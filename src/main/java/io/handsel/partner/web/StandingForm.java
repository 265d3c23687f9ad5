package io.handsel.partner.web;

import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerStanding;
import io.handsel.territory.PartnerDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/**
 * What a partner is to become, and why, as typed.
 *
 * @param lastDay on which the people of a partner that ends still read; empty if they stop at once
 * @param rest what becomes of everything that is open and not named
 */
record StandingForm(String standing, String reason, String lastDay, String rest) {

    static final StandingForm EMPTY = new StandingForm("", "", "", "");

    private static final int LONGEST_REASON = 500;

    StandingForm {
        standing = standing == null ? "" : standing.strip();
        reason = reason == null ? "" : reason.strip();
        lastDay = lastDay == null ? "" : lastDay.strip();
        rest = rest == null ? "" : rest.strip();
    }

    Optional<PartnerStanding> wanted() {
        return Arrays.stream(PartnerStanding.values())
                .filter(known -> known.name().equals(standing))
                .findAny();
    }

    Optional<MatterFate> restFate() {
        return MatterChoices.fate(rest);
    }

    /** The first moment at which the people of a partner that ends read no more; empty if that is now. */
    Optional<Instant> accessUntil(ZoneId zone) {
        return day().map(day -> PartnerDay.endOf(day, zone));
    }

    private Optional<LocalDate> day() {
        try {
            return lastDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** @param today where the partner is */
    void check(LocalDate today, BindingResult problems) {
        var day = day();
        if (!lastDay.isEmpty() && day.isEmpty()
                || day.filter(last -> last.isBefore(today) || last.isAfter(today.plusYears(1)))
                        .isPresent()) {
            problems.rejectValue("lastDay", "partner.wrong.lastDay");
        }
        if (wanted().isEmpty()) {
            problems.rejectValue("standing", "partner.wrong.standing");
        }
        if (reason.isEmpty()) {
            problems.rejectValue("reason", "partner.refused.REASON_MISSING");
        } else if (reason.length() > LONGEST_REASON) {
            problems.rejectValue("reason", "partner.wrong.reason");
        }
    }
}
