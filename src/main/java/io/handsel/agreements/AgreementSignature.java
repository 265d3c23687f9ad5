package io.handsel.agreements;

import io.handsel.security.PersonId;
import java.time.Instant;

/** The partner's signature: who, in which capacity, when, from where, on exactly which text. */
public record AgreementSignature(
        PersonId person, String name, String capacity, Instant signedAt, String address, String document) {}
