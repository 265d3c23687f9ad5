/**
 * Handsel, an engine for partner programs.
 *
 * <p>Every direct subpackage is a module with a border that {@code ModularityTests} verifies. Read from the ground up:
 * {@code kernel} holds the values of the business language; {@code engine} runs processes and decisions;
 * {@code security}, {@code audit}, {@code notifications}, {@code shell}, {@code imports}, {@code forms} and
 * {@code tasklist} are the platform and know no domain; {@code territory}, {@code partner}, {@code incentives}, {@code accounts},
 * {@code deals} and {@code disputes} are the business, each standing on the ones before it; so are {@code dns},
 * {@code recruitment}, {@code applications}, {@code agreements}, {@code training} and {@code onboarding}, the way of a
 * company to its first deal; {@code distribution} links distributors with the resellers that buy through them; {@code demo} fills an empty installation with people and cases to look at.
 */
@NullMarked
package io.handsel;

import org.jspecify.annotations.NullMarked;
