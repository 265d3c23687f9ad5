/**
 * The demonstration: fills an empty installation with people, partners, territories, customers and deals, so that the
 * first look at Handsel is a look at its main job. Only in the profile {@code demo}. The deals were lived through: the
 * module sets the clock back, lets people register and decide day by day, and brings the clock home.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "security",
            "forms",
            "tasklist",
            "territory",
            "partner",
            "incentives",
            "accounts",
            "deals",
            "disputes",
            "distribution",
            "recruitment",
            "agreements",
            "applications",
            "onboarding",
            "training"
        })
@NullMarked
package io.handsel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
