package io.handsel.agreements;

import java.time.Instant;

/**
 * The exact text of an agreement. What is signed is the SHA-256 of the HTML.
 *
 * @param revision one, and one more each time it is made anew
 * @param language it is written in
 */
public record AgreementDocument(
        int revision,
        String template,
        String language,
        int templateVersion,
        String title,
        String html,
        String sha256,
        Instant madeAt) {}
