/**
 * Who did what when, on every case: entries are written in the same transaction as the change they tell of and are
 * never changed. Every module that changes a case writes here; the case's page reads from here.
 */
@ApplicationModule(allowedDependencies = {"kernel", "security"})
@NullMarked
package io.handsel.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
