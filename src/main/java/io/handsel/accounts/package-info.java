/**
 * Whose customer is it? The tree of customer accounts, what the vendor has laid down for each (open, house, assigned),
 * partners' claims on them, and the question "is this customer free?". Two exclusive claims of different partners never
 * overlap, whatever else happens; and no answer given to a partner tells anything about another one. Knows partners and
 * no deals: what a claim is for is a number to it. Who is meant by a name is found out by the package {@code matching}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "engine",
            "security",
            "audit",
            "notifications",
            "shell",
            "imports",
            "territory",
            "partner"
        })
@NullMarked
package io.handsel.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
