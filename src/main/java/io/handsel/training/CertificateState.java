package io.handsel.training;

/** Where a certificate stands. */
public enum CertificateState {
    VALID,
    /** Its holder has passed again. */
    RENEWED,
    EXPIRED
}
