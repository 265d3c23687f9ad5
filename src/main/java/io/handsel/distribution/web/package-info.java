/** Pages of distributors and resellers about each other. */
@NullMarked
package io.handsel.distribution.web;

import org.jspecify.annotations.NullMarked;
