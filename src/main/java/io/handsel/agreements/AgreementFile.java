package io.handsel.agreements;

import java.time.Instant;

/** The PDF of an agreement in force: the text and the page that proves who signed it. Made once. */
public record AgreementFile(String sha256, byte[] content, Instant madeAt) {}
