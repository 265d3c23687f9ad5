/**
 * How processes and decisions are run. The only module that knows the engine: others meet it through the seam in this
 * package (contracts, keys, variables, {@link io.handsel.engine.Decisions}, {@link io.handsel.engine.UserTasks}), and
 * their {@code process} packages may use the engine's own types. {@code safety} decides what a model may contain.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.handsel.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
