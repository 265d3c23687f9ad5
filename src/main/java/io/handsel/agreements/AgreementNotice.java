package io.handsel.agreements;

/** What is told about an agreement. Each has its mail, {@code agreements.mail.<name in kebab case>}. */
public enum AgreementNotice {
    SIGN,
    SIGN_REMINDER,
    NEW_TEXT,
    IN_FORCE,
    DECLINED,
    TEMPLATE_MISSING,
    NOT_SIGNED,
    COUNTER_SIGN,
    COUNTER_SIGN_REMINDER,
    COUNTER_SIGN_OVERDUE
}
