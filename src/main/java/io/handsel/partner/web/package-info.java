/** Pages about partners: the staff's list and record, the partner's own profile, and "my manager" on the home page. */
@NullMarked
package io.handsel.partner.web;

import org.jspecify.annotations.NullMarked;
