/** The operator's page of outgoing mail. */
@NullMarked
package io.handsel.notifications.web;

import org.jspecify.annotations.NullMarked;
