package io.handsel.deals;

/** What partners and reviewers are told about a deal. Each has its mail, {@code deals.mail.<name in kebab case>}. */
public enum DealNotice {
    RECEIVED,
    APPROVED,
    AWARDED,
    REJECTED,
    LAPSED,
    INFORMATION_NEEDED,
    PLACE_LOST,
    ANSWER_OVERDUE,
    PROTECTION_ENDS,
    UPDATE_DUE,
    STILL_OPEN,
    EXPIRED,
    TRANSFERRED,
    EXTENSION_GRANTED,
    EXTENSION_DECLINED,
    AMENDMENT_APPLIED,
    AMENDMENT_DECLINED,
    WIN_REVERSED,
    REVIEW_WAITING,
    REVIEW_REMINDER,
    REVIEW_ESCALATED,
    INFORMATION_PROVIDED,
    DECISION_WAITING,
    DECISION_REMINDER,
    WITHDRAWN,
    WON
}
