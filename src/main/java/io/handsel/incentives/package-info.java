/**
 * What a partner earns: the rate for a kind of business, quoted when a registration is approved and kept by whoever
 * asked. Knows no deal: it is told program, kind, product and value. Programs, their dates and their rates are decision
 * tables, so that a program comes and goes without a programmer.
 */
@ApplicationModule(allowedDependencies = {"kernel", "engine", "partner"})
@NullMarked
package io.handsel.incentives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
