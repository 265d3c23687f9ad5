package io.handsel.training;

/** What holders and managers are told of a certificate; in kebab case under {@code training.mail}. */
public enum CertificateNotice {
    CERTIFICATE_ENDS,
    CERTIFICATE_ENDED
}
