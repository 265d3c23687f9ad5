package io.handsel.training;

import io.handsel.partner.PartnerId;
import io.handsel.security.PersonId;

/** Somebody of a partner has passed a course. */
public record CertificateIssued(CertificateId certificate, String course, PartnerId partner, PersonId holder) {}
