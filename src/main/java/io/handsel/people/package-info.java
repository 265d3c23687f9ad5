/**
 * Bringing people in and letting them go: the operator for everybody, a partner's administrator for the own company.
 * Whoever is invited gets a link by mail to choose a password; who they are and how they sign in is kept by
 * {@code security}, whom they work for by {@code partner}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "security", "audit", "shell", "notifications", "territory", "partner"})
@NullMarked
package io.handsel.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
