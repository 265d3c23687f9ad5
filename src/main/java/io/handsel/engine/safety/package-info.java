/**
 * Makes the engine safe to feed with models written by people who may not run code on the server: what a model may
 * contain, what its expressions may reach, and how much it may use up. {@code docs/safe-models.md} tells the whole.
 */
@NamedInterface("safety")
@NullMarked
package io.handsel.engine.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
