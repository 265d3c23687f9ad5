package io.handsel.training;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;

/** A certificate: who passed which version of which course, and until when that counts. */
public record CertificateView(
        CertificateId id,
        String number,
        PersonId holder,
        PartnerId partner,
        String course,
        int version,
        int right,
        int questions,
        CertificateState state,
        Instant issuedAt,
        Instant expiresAt) {

    /** By the clock, not by the process, which may be late. */
    public boolean isValidAt(Instant now) {
        return state == CertificateState.VALID && now.isBefore(expiresAt);
    }
}
