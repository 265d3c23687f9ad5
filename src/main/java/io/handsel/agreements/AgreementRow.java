package io.handsel.agreements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agreement in a list. */
public record AgreementRow(
        AgreementId id,
        String number,
        String partner,
        AgreementStatus status,
        Instant askedAt,
        @Nullable Instant inForceAt) {}
