package io.handsel.agreements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may hear about an agreement whose file or text they hold: nothing that does not stand in it.
 *
 * @param inForceAt null where the vendor's signature is still to come
 */
public record VerifiedAgreement(
        String number,
        String title,
        Instant signedAt,
        @Nullable Instant inForceAt) {}
