/** How agreements meet their process: news go in, steps come out. */
@NullMarked
package io.handsel.agreements.process;

import org.jspecify.annotations.NullMarked;
