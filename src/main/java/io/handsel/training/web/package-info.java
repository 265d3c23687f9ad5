/** The pages of training: lessons and questions, where they are written, and certificates. */
@NullMarked
package io.handsel.training.web;

import org.jspecify.annotations.NullMarked;
