/**
 * The frame every page stands in: layout, navigation and home page put together from what the other modules
 * contribute, error pages, the reader's language and clock, drawings of processes, and the promise that a form sent
 * twice counts once. It knows people and roles, and nothing of partners, deals or processes.
 */
@ApplicationModule(allowedDependencies = {"kernel", "security"})
@NullMarked
package io.handsel.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
