/**
 * The values of the business language: immutable, used by three modules or more, standing on nothing but the JDK and
 * JPA's {@code @Embeddable}. A closed list; adding one needs a line here.
 *
 * <ul>
 *   <li>{@link io.handsel.kernel.Money}: an exact amount in a currency
 *   <li>{@link io.handsel.kernel.Percentage}: a share in per cent
 *   <li>{@link io.handsel.kernel.Period}: from an instant until another
 *   <li>{@link io.handsel.kernel.EmailAddress}, {@link io.handsel.kernel.DomainName}: normalised addresses
 *   <li>{@link io.handsel.kernel.CountryCode}: ISO 3166-1 alpha-2
 *   <li>{@link io.handsel.kernel.ContentHash}: the SHA-256 by which a content is known again
 *   <li>{@link io.handsel.kernel.PageEnd}: where a page of a list ended and the next one begins
 * </ul>
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.handsel.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
