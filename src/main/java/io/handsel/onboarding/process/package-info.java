/** The way from onboarding to its processes and back. */
@NullMarked
package io.handsel.onboarding.process;

import org.jspecify.annotations.NullMarked;
