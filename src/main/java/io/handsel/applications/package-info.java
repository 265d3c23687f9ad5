/**
 * Companies that want to become partners: the public form, the private page on which they follow it, the checks of their
 * domain and of duplicates, and the people who decide. An approval makes the partner, its first person and everything
 * that hears {@link io.handsel.applications.ApplicationApproved}, in one transaction or not at all.
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
            "people",
            "accounts",
            "recruitment",
            "dns"
        })
@NullMarked
package io.handsel.applications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
