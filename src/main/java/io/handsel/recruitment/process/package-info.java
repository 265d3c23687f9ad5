/** Between candidates and the process of the mails to them. */
@NullMarked
package io.handsel.recruitment.process;

import org.jspecify.annotations.NullMarked;
