/** The way from training to its process and back. */
@NullMarked
package io.handsel.training.process;

import org.jspecify.annotations.NullMarked;
