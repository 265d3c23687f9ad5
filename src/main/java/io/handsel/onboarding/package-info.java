/**
 * From an approved application to the first deal: the track a partner walks, what each step opens, the time box and who
 * decides at its end. The steps and the days live in {@code processes/onboarding}.
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
            "tasklist",
            "territory",
            "partner",
            "recruitment",
            "applications",
            "agreements",
            "training",
            "accounts",
            "deals"
        })
@NullMarked
package io.handsel.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
