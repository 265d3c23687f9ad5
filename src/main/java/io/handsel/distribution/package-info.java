/**
 * Distributors and the resellers that buy through them: a distributor invites, the reseller accepts and says what it
 * shares, and either side can end it. Nobody learns here who else is a partner: an invitation that leads nowhere looks
 * like one that is not answered, and two distributors of one reseller never hear of each other. What is shared is read
 * by {@link io.handsel.distribution.SharedReseller}, never written. The lengths live in {@code processes/distribution}.
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
            "partner",
            "training",
            "deals"
        })
@NullMarked
package io.handsel.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
