package io.handsel.accounts;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the vendor's people see of an account. */
public record AccountDetails(
        AccountView account,
        List<AccountName> names,
        List<AccountDetails.IdentifierView> identifiers,
        List<AccountDetails.DesignationView> designations,
        List<ClaimView> claims) {

    /** @param kind key below {@code accounts.identifier} */
    public record IdentifierView(String kind, String text, boolean sole) {}

    public record DesignationView(
            Designation designation,
            @Nullable PartnerId partner,
            @Nullable String reason,
            @Nullable String helpPaid,
            LocalDate from,
            @Nullable LocalDate reviewOn,
            @Nullable PersonId owner,
            Instant recordedAt,
            DesignationSource source) {}
}
