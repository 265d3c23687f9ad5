package io.handsel.applications;

import io.handsel.partner.PartnerId;
import io.handsel.recruitment.CandidateId;
import io.handsel.security.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person has approved an application. Heard in the same transaction: what a new partner needs is made with it.
 *
 * @param partner registered by the approval, in onboarding
 * @param administrator the applicant's contact, who is to sign and to invite colleagues
 * @param candidate whom we had recruited, if anybody had
 */
public record ApplicationApproved(
        ApplicationId application,
        PartnerId partner,
        PersonId administrator,
        @Nullable CandidateId candidate) {}
