package io.handsel.onboarding;

/** Where a certificate stands. */
public enum CertificateState {
    VALID,
    /** Its holder has passed again. */
    RENEWED,
    EXPIRED
}
