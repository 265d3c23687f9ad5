/** The way from applications to their process and back. */
@NullMarked
package io.handsel.applications.process;

import org.jspecify.annotations.NullMarked;
