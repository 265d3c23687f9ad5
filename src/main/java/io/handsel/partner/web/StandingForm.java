package io.handsel.partner.web;

import io.handsel.partner.MatterFate;
import io.handsel.partner.PartnerStanding;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.validation.BindingResult;

/**
 * What a partner is to become, and why, as typed.
 *
 * @param rest what becomes of everything that is open and not named
 */
record StandingForm(String standing, String reason, String rest) {

    static final StandingForm EMPTY = new StandingForm("", "", "");

    private static final int LONGEST_REASON = 500;

    StandingForm {
        standing = standing == null ? "" : standing.strip();
        reason = reason == null ? "" : reason.strip();
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

    void check(BindingResult problems) {
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
