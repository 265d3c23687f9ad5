/**
 * Where business happens and when people there work: a tree of territories with manager, director, currency and
 * calendar, the table that says which territory a customer belongs to, and arithmetic in working hours. Stands on
 * {@code engine} because the assignment is a decision table, on {@code audit} because a change of responsibility is
 * worth keeping.
 */
@ApplicationModule(allowedDependencies = {"kernel", "engine", "security", "audit", "shell"})
@NullMarked
package io.handsel.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
