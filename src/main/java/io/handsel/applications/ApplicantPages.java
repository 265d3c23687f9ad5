package io.handsel.applications;

import io.handsel.dns.DomainProofView;
import io.handsel.dns.ProofStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an application together for the applicant's eyes. */
@Component
class ApplicantPages {

    private final ApplicationDomains domains;

    ApplicantPages(ApplicationDomains domains) {
        this.domains = domains;
    }

    ApplicantPage of(PartnerApplication application) {
        var proof = domains.proof(application).orElse(null);
        return new ApplicantPage(
                application.id(),
                application.number(),
                application.status(),
                application.applicant().businessName(),
                application.applicant().domain(),
                application.appliedAt(),
                application.mayBePartner() && application.status().isRunning(),
                missing(application, proof),
                decider(application),
                application.answerDue().or(application::questionDue).orElse(null),
                proof,
                application.question().orElse(null),
                application.decisionText().orElse(null),
                application.rejection().orElse(null),
                application.reapplyFrom().orElse(null));
    }

    private static List<String> missing(PartnerApplication application, @Nullable DomainProofView proof) {
        List<String> missing = new ArrayList<>();
        var unproven =
                proof != null && (proof.status() == ProofStatus.PENDING || proof.status() == ProofStatus.EXPIRED);
        if (unproven && application.status().isRunning()) {
            missing.add("proof");
        }
        if (application.is(ApplicationStatus.QUESTION_ASKED)) {
            missing.add("answer");
        }
        return missing;
    }

    private static @Nullable String decider(PartnerApplication application) {
        return switch (application.status()) {
            case RECEIVED, IN_REVIEW, QUESTION_ASKED -> "manager";
            case SECOND_REVIEW -> "director";
            case APPROVED, REJECTED, WITHDRAWN -> null;
        };
    }
}
