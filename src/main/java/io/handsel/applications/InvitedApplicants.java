package io.handsel.applications;

import io.handsel.recruitment.CandidateId;
import io.handsel.recruitment.Candidates;
import io.handsel.recruitment.InvitedCandidate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applicants whom a mail of our recruitment has brought here; recruitment hears what becomes of them. */
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

    /** The candidate behind a mail; without one, whoever we know by that domain. */
    Optional<CandidateId> of(@Nullable String invitation, String domain) {
        return find(invitation).map(InvitedCandidate::id).or(() -> candidates.knownAs(domain));
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
