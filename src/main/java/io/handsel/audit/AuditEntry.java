package io.handsel.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing that happened on a case.
 *
 * @param actor the name of the person at that time, or {@code system}
 * @param action message key suffix under {@code <kind>.audit.}, such as {@code approved}
 * @param details what is worth keeping, as plain text by name; never shown to a partner without a whitelist
 */
public record AuditEntry(Instant at, String actor, String action, Map<String, String> details) {}
