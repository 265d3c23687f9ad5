/**
 * Recruiting partners: campaigns with a complete brief, candidates from forms, files and the public page, what speaks
 * for each of them, and the mails that go out until somebody answers or wants no more. Who has opted out is never written
 * to again. The profile of the ideal partner and the days of the mails live in {@code processes/recruitment}.
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
            "forms",
            "tasklist",
            "territory",
            "accounts"
        })
@NullMarked
package io.handsel.recruitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
