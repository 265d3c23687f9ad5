package io.handsel.applications;

import io.handsel.kernel.CountryCode;
import io.handsel.kernel.DomainName;
import io.handsel.kernel.EmailAddress;
import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application with everything in it: what the applicant has said, and how it stands.
 *
 * @param mayBePartner whether there may be such a partner, or such an application, already
 * @param answerDue by when a person decides
 * @param questionDue by when the applicant is to answer
 * @param reviewedBy who was for it first, where two have to look
 * @param decisionNote for our own people only
 * @param decisionText what the applicant reads
 */
public record ApplicationDetails(
        ApplicationId id,
        String number,
        ApplicationStatus status,
        String businessName,
        String street,
        @Nullable String postcode,
        String city,
        CountryCode country,
        String telephone,
        String contactName,
        EmailAddress contactEmail,
        @Nullable String contactTelephone,
        DomainName domain,
        List<DomainName> nameServers,
        List<String> products,
        String partnerType,
        String serviceLevel,
        String size,
        @Nullable String certificates,
        @Nullable String vat,
        @Nullable String duns,
        Instant appliedAt,
        boolean mayBePartner,
        @Nullable Instant answerDue,
        @Nullable String question,
        @Nullable Instant questionDue,
        @Nullable String answer,
        @Nullable PersonId reviewedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable String decisionText,
        @Nullable RejectionGround rejection,
        @Nullable LocalDate reapplyFrom,
        @Nullable PartnerId partner,
        @Nullable Instant closedAt) {

    /** The address in one line. */
    public String address() {
        return street + ", " + (postcode == null ? "" : postcode + " ") + city;
    }
}
