/** The pages of sign-in, first set-up and profile. */
@NullMarked
package io.handsel.security.web;

import org.jspecify.annotations.NullMarked;
