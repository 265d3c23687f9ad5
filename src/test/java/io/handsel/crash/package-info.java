/**
 * Handsel as it really runs: a process of its own that is killed, stopped and started while people work with it. What
 * they were told has happened must have happened. {@code docs/proofs.md} says how to run the long forms.
 */
@NullMarked
package io.handsel.crash;

import org.jspecify.annotations.NullMarked;
