/** The pages of onboarding: the partner's own, the vendor's, and the gate that opens the portal step by step. */
@NullMarked
package io.handsel.onboarding.web;

import org.jspecify.annotations.NullMarked;
