/** The public form and the applicant's private page; what the reviewer sees is a panel of the task list. */
@NullMarked
package io.handsel.applications.web;

import org.jspecify.annotations.NullMarked;
