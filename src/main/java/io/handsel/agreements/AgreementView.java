package io.handsel.agreements;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as others see it.
 *
 * @param signer who of the partner's people was asked
 * @param counterSignature whether the vendor signs too
 * @param signedAt by the partner
 * @param reason why the vendor declined it
 */
public record AgreementView(
        AgreementId id,
        String number,
        PartnerId partner,
        PersonId signer,
        AgreementStatus status,
        boolean counterSignature,
        Instant askedAt,
        @Nullable Instant signedAt,
        @Nullable PersonId counterSignedBy,
        @Nullable Instant counterSignedAt,
        @Nullable Instant inForceAt,
        @Nullable String reason) {

    public boolean isInForce() {
        return status == AgreementStatus.IN_FORCE;
    }

    /** Whether the partner's signature is what it waits for. */
    public boolean isToBeSigned() {
        return status == AgreementStatus.ASKED;
    }
}
