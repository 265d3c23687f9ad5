package io.handsel.notifications;

/** Where a mail stands. */
public enum MailState {
    /** It leaves when its time comes. */
    WAITING,
    /** The server has taken it. */
    SENT,
    /** Every attempt failed; it waits for the operator. */
    DEAD
}
