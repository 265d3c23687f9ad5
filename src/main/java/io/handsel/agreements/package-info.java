/**
 * Agreements with partners: templates in versions, the document a partner is shown, its signature, the vendor's
 * counter-signature, and the file that proves both. Without a signature no portal; nobody of the vendor signs for a
 * partner.
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
            "partner"
        })
@NullMarked
package io.handsel.agreements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
