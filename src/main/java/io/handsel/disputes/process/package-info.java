/** The way from disputes to their process and back. */
@NullMarked
package io.handsel.disputes.process;

import org.jspecify.annotations.NullMarked;
