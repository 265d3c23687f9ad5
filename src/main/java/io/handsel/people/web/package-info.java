/** The pages on which people are invited and looked after, and the one their link leads to. */
@NullMarked
package io.handsel.people.web;

import org.jspecify.annotations.NullMarked;
