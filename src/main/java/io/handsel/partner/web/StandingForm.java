package io.handsel.partner.web;

import io.handsel.partner.PartnerStanding;
import java.util.Arrays;
import java.util.Optional;

/** What a partner is to become, and why, as typed. */
record StandingForm(String standing, String reason) {

    static final int LONGEST_REASON = 500;

    StandingForm {
        standing = standing == null ? "" : standing.strip();
        reason = reason == null ? "" : reason.strip();
    }

    Optional<PartnerStanding> wanted() {
        return Arrays.stream(PartnerStanding.values())
                .filter(known -> known.name().equals(standing))
                .findAny();
    }
}
