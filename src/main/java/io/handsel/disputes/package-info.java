/**
 * Disputes: two partners who both believe a customer is theirs, or one who believes a decision was wrong. Both sides put
 * evidence, a table weighs it, a person settles it, and a director hears one appeal. Neither side ever learns who the
 * other one is or what it wrote. Heard of from {@code accounts} where a change of the account tree sets two claims
 * against each other; opened by partners on the pages of {@code deals}. Nobody uses this module. The order of the steps
 * and the numbers live in {@code processes/disputes}.
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
            "accounts",
            "deals"
        })
@NullMarked
package io.handsel.disputes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
