package io.handsel.accounts.web;

import io.handsel.accounts.DesignateAccount;
import io.handsel.accounts.Designation;
import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Who sells at an account, as typed. */
record DesignationForm(
        @Nullable Designation designation,
        @Nullable UUID partner,
        @Nullable String reason,
        @Nullable String helpPaid,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate reviewOn,
        @Nullable UUID owner) {

    static final int LONGEST = 500;

    DesignateAccount toCommand() {
        if (designation == null || from == null) {
            throw new IllegalStateException("The form has not been checked");
        }
        return new DesignateAccount(
                designation,
                partner == null ? null : new PartnerId(partner),
                reason,
                helpPaid,
                from,
                reviewOn,
                owner == null ? null : new PersonId(owner));
    }
}
