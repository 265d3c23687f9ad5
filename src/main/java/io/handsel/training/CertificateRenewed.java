package io.handsel.training;

/** The holder has passed again: this certificate needs no notices any more. */
public record CertificateRenewed(CertificateId certificate) {}
