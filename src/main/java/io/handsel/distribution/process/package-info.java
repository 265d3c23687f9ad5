/** How invitations of distributors meet their process: news go in, steps come out. */
@NullMarked
package io.handsel.distribution.process;

import org.jspecify.annotations.NullMarked;
