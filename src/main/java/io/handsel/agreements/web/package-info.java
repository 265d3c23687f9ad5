/** Pages about agreements: to read, sign and keep one, to write templates, to verify a file. */
@NullMarked
package io.handsel.agreements.web;

import org.jspecify.annotations.NullMarked;
