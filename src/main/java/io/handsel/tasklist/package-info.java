/**
 * The work that waits for people: one list of all open tasks, the page on which one is decided, and the seam through
 * which other modules take part. The list is a read model written in the engine's own transaction, so it is never older
 * or newer than the engine. It shows forms and calls decisions, and knows no business: a module that owns a process
 * contributes a {@link io.handsel.tasklist.TaskDecision} per task and a {@link io.handsel.tasklist.CaseSource} for its
 * cases; a designer's process without either works from its form alone. Who takes care of whose work it is told by the
 * module that arranges that ({@link io.handsel.tasklist.Substitutes}, {@link io.handsel.tasklist.TaskDesk#handOver}).
 */
@ApplicationModule(allowedDependencies = {"kernel", "engine", "security", "audit", "forms", "shell"})
@NullMarked
package io.handsel.tasklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
