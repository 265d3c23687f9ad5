package io.handsel.applications;

import io.handsel.dns.DomainProofView;
import io.handsel.kernel.DomainName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as the applicant sees it: nobody of ours is named, and no other company.
 *
 * @param mayBePartner whether the sentence about an existing partner is to be shown
 * @param missing what the applicant can do, as the ends of message keys {@code applications.missing.…}
 * @param decider in which role somebody decides; null where nobody does at the moment
 * @param proof how it stands with the domain; null before it is asked about
 * @param due by when they, or the applicant, have to act
 */
public record ApplicantPage(
        ApplicationId id,
        String number,
        ApplicationStatus status,
        String businessName,
        DomainName domain,
        Instant appliedAt,
        boolean mayBePartner,
        List<String> missing,
        @Nullable String decider,
        @Nullable Instant due,
        @Nullable DomainProofView proof,
        @Nullable String question,
        @Nullable String decisionText,
        @Nullable RejectionGround rejection,
        @Nullable LocalDate reapplyFrom) {}
