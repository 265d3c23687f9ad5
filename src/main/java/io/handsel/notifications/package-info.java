/**
 * Telling people: a {@link io.handsel.notifications.Notice} becomes a mail in the outbox, in the transaction of the
 * thing it tells of, and leaves later. Knows no domain: senders name a text and what it speaks of. Why an outbox of our
 * own is in {@code docs/adr/0004-outbox.md}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "security", "shell"})
@NullMarked
package io.handsel.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
