package io.handsel.agreements;

import io.handsel.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agreement with everything its page shows.
 *
 * @param signerName of whoever was asked
 * @param document null as long as there is no template
 * @param counterSigner name of whoever signed for the vendor
 * @param fileHash SHA-256 of the PDF, once there is one
 * @param maySign whether the reader may sign it now
 * @param mayLookAfter whether the reader may make it anew or take it back
 */
public record AgreementDetails(
        AgreementView agreement,
        String partnerName,
        String signerName,
        @Nullable AgreementDocument document,
        @Nullable AgreementSignature signature,
        @Nullable String counterSigner,
        @Nullable String fileHash,
        boolean maySign,
        boolean mayLookAfter,
        List<AuditEntry> history) {

    public AgreementDetails {
        history = List.copyOf(history);
    }
}
