/**
 * What the Domain Name System says about a company's domain, and whether somebody has proven that it is theirs: by a
 * record only its owner can write, or by a code mailed to an address at it. Every answer is kept with its time; a
 * resolver that is silent is never an answer. Knows no applicant and no partner: it is told a subject and its domain.
 */
@ApplicationModule(allowedDependencies = {"kernel", "engine", "audit", "notifications"})
@NullMarked
package io.handsel.dns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
