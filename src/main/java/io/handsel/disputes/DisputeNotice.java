package io.handsel.disputes;

/** What is told about a dispute. Each has its mail, {@code disputes.mail.<name in kebab case>}. */
public enum DisputeNotice {
    OPENED,
    SETTLED,
    OVERDUE,
    APPEALED,
    FINAL,
    WITHDRAWN,
    SETTLEMENT_WAITING,
    SETTLEMENT_REMINDER,
    SETTLEMENT_ESCALATED,
    APPEAL_WAITING,
    APPEAL_REMINDER,
    TAKEN_BACK,
    NOT_CARRIED_OUT
}
