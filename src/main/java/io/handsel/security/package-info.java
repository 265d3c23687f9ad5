/**
 * Who is asking, and what they may do: people and their sign-in, roles, the actor of the present request, and the rule
 * every route must state. Knows no business: a partner company is just the {@link io.handsel.security.OrganisationId}
 * a person belongs to.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.handsel.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
