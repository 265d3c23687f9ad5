/** How what a browser sends becomes the input of a form. */
@NullMarked
package io.handsel.forms.web;

import org.jspecify.annotations.NullMarked;
