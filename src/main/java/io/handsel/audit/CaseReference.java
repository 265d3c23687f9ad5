package io.handsel.audit;

import java.util.UUID;

/**
 * The case an entry is about.
 *
 * @param kind what it is, in the module's words: {@code deal}, {@code account}
 */
public record CaseReference(String kind, UUID id) {}
