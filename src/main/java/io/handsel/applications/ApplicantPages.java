package io.handsel.applications;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an application together for the applicant's eyes. */
@Component
class ApplicantPages {

    ApplicantPage of(PartnerApplication application) {
        return new ApplicantPage(
                application.id(),
                application.number(),
                application.status(),
                application.businessName(),
                application.domain(),
                application.appliedAt(),
                application.mayBePartner() && application.status().isRunning(),
                missing(application),
                decider(application),
                application.answerDue().or(application::questionDue).orElse(null),
                application.question().orElse(null),
                application.decisionText().orElse(null),
                application.rejection().orElse(null),
                application.reapplyFrom().orElse(null));
    }

    private static List<String> missing(PartnerApplication application) {
        List<String> missing = new ArrayList<>();
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
