/** The way from proofs of domains to their process and back. */
@NullMarked
package io.handsel.dns.process;

import org.jspecify.annotations.NullMarked;
