package io.handsel.applications;

/**
 * What the table {@code domain-policy} makes of what is known of a domain.
 *
 * @param effect whether somebody may approve all the same
 * @param cause why, as the end of a message key {@code applications.domain.cause.…}
 */
public record DomainStanding(Effect effect, String cause) {

    /** Also keys under {@code applications.domain}. */
    public enum Effect {
        FINE,
        WARN,
        BLOCK
    }
}
