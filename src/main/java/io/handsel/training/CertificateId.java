package io.handsel.training;

import java.util.UUID;

/** Identifies a certificate; also the business key of its process. */
public record CertificateId(UUID id) {

    public static CertificateId create() {
        return new CertificateId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if the text is no id */
    public static CertificateId parse(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
