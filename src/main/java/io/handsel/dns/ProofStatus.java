package io.handsel.dns;

/** How it stands with the proof of a domain; also keys under {@code dns.status}. */
public enum ProofStatus {
    PENDING,
    PROVEN,
    EXPIRED,
    /** Nobody needs it any more. */
    DROPPED
}
