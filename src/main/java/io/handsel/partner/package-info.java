/**
 * The partner companies: one record each with profile, standing and territories, and who of the vendor's people takes
 * care of them today; open tasks follow whoever that is. A partner is the organisation its people belong to in {@code security}; it covers territories.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "security",
            "audit",
            "notifications",
            "shell",
            "territory",
            "tasklist"
        })
@NullMarked
package io.handsel.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
