package io.handsel.applications;

/** What is told of an application; also keys under {@code applications.mail}. */
public enum ApplicationNotice {
    RECEIVED,
    LINK,
    MAY_BE_PARTNER,
    QUESTION,
    OVERDUE,
    APPROVED,
    REJECTED,
    WAITING,
    REMINDER,
    ESCALATED,
    SECOND_WAITING,
    SECOND_REMINDER,
    SECOND_ESCALATED,
    NO_ANSWER,
    TAKEN_BACK
}
