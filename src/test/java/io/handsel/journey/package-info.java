/** Whole stories, told through a real browser against the whole application on PostgreSQL. */
@NullMarked
package io.handsel.journey;

import org.jspecify.annotations.NullMarked;
