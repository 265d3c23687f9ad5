package io.handsel.onboarding;

/** What holders and managers are told of a certificate; in kebab case under {@code onboarding.mail}. */
public enum CertificateNotice {
    CERTIFICATE_ENDS,
    CERTIFICATE_ENDED
}
