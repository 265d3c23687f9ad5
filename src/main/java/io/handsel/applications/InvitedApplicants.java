package io.handsel.applications;

import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.InvitedCandidate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applicants whom our recruitment knows: by the mail that has brought them here, or by their domain once they have
 * proven it. Recruitment hears what becomes of them. Naming a domain is not enough: a stranger could end
 * our mails to a company.
 */
@Component
class InvitedApplicants {

    private final Candidates candidates;

    InvitedApplicants(Candidates candidates) {
        this.candidates = candidates;
    }

    /** What is known of whoever holds the mail, by the fields of the form. */
    Map<String, String> knownOf(String invitation) {
        return find(invitation)
                .map(invited -> {
                    Map<String, String> known = new HashMap<>();
                    known.put("businessName", invited.company());
                    known.put("country", invited.country());
                    if (invited.email() != null) {
                        known.put("contactEmail", invited.email().address());
                    }
                    return known;
                })
                .orElseGet(Map::of);
    }

    /** The candidate behind a mail. */
    Optional<CandidateId> of(@Nullable String invitation) {
        return find(invitation).map(InvitedCandidate::id);
    }

    /** Notes with an application the candidate that has its domain, which is proven. */
    Optional<CandidateId> recognise(PartnerApplication application) {
        if (application.candidate().isEmpty()) {
            candidates
                    .withDomain(Objects.requireNonNull(
                            application.applicant().marks().domain()))
                    .ifPresent(application::isOf);
        }
        return application.candidate();
    }

    void applied(CandidateId candidate) {
        candidates.applied(candidate);
    }

    void approved(CandidateId candidate) {
        candidates.approved(candidate);
    }

    void rejected(CandidateId candidate) {
        candidates.rejected(candidate);
    }

    void withdrawn(CandidateId candidate) {
        candidates.withdrawn(candidate);
    }

    private Optional<InvitedCandidate> find(@Nullable String invitation) {
        return invitation == null || invitation.isBlank() ? Optional.empty() : candidates.invitedBy(invitation);
    }
}
