/** The pages of disputes: each side's own, the vendor's with both, and the forms of every step. */
@NullMarked
package io.handsel.disputes.web;

import org.jspecify.annotations.NullMarked;
