package io.handsel.deals;

import java.time.Instant;

/**
 * Proof that a deal was registered: who has it can show what was submitted first and when.
 *
 * @param number the deal's readable number
 * @param hash SHA-256 of the canonical content, in hexadecimal
 * @param signature Ed25519 over number, time and hash, in Base64
 */
public record DealReceipt(String number, Instant registeredAt, String hash, String signature) {

    /** The receipt as one line of text, to copy, mail and check. */
    public String text() {
        return String.join(" ", number, registeredAt.toString(), hash, signature);
    }
}
