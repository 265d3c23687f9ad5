/**
 * What people of partners learn: courses with lessons and questions, in versions, and the certificates of those who have
 * passed. What it takes and how long it counts lives in {@code processes/training}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "security",
            "audit",
            "notifications",
            "shell",
            "forms",
            "territory",
            "partner"
        })
@NullMarked
package io.handsel.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
