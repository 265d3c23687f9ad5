package io.handsel.applications;

import java.util.Set;

/** How far an application has come. */
public enum ApplicationStatus {
    /** It has come in and is being checked. */
    RECEIVED,
    /** A person decides. */
    IN_REVIEW,
    /** The reviewer has asked the applicant for more. */
    QUESTION_ASKED,
    /** One person is for it; a second one looks. */
    SECOND_REVIEW,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    public boolean mayBecome(ApplicationStatus next) {
        return switch (this) {
            case RECEIVED -> Set.of(IN_REVIEW, WITHDRAWN).contains(next);
            case IN_REVIEW ->
                Set.of(QUESTION_ASKED, SECOND_REVIEW, APPROVED, REJECTED, WITHDRAWN)
                        .contains(next);
            case QUESTION_ASKED -> Set.of(RECEIVED, IN_REVIEW, WITHDRAWN).contains(next);
            case SECOND_REVIEW ->
                Set.of(IN_REVIEW, APPROVED, REJECTED, WITHDRAWN).contains(next);
            case APPROVED, REJECTED, WITHDRAWN -> false;
        };
    }

    /** Whether it still waits for somebody. */
    public boolean isRunning() {
        return this != APPROVED && this != REJECTED && this != WITHDRAWN;
    }
}
