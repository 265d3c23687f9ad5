package io.handsel.applications;

import io.handsel.partner.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company that may be the applicant, for the reviewer's eyes only.
 *
 * @param partner the partner it is; null where it is another application
 * @param application the application it is; null where it is a partner
 * @param standing the key of the word for how it stands
 * @param appliedAt of an application
 * @param reapplyFrom of an application that was rejected: before that day it is too early
 */
public record AlikeCompany(
        @Nullable PartnerId partner,
        @Nullable ApplicationId application,
        String name,
        String standing,
        @Nullable String country,
        @Nullable String address,
        @Nullable String domain,
        @Nullable String vat,
        @Nullable String duns,
        @Nullable Instant appliedAt,
        @Nullable LocalDate reapplyFrom,
        Set<LikenessReason> reasons) {

    public AlikeCompany {
        reasons = Set.copyOf(reasons);
    }
}
