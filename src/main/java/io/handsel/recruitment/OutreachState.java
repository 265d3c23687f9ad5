package io.handsel.recruitment;

/** Whether mails go out to a candidate, and why none do any more. Each is a message, {@code recruitment.outreach.<name>}. */
public enum OutreachState {
    /** None has been asked for. */
    NONE,
    RUNNING,
    /** All mails have left, nobody has answered. */
    SILENT,
    REPLIED,
    APPLIED,
    OPTED_OUT,
    /** The address does not exist any more. */
    DEAD_ADDRESS,
    /** A person has stopped it, the campaign has ended, or the company is out. */
    STOPPED
}
