/** The pages of the task list: the three panes, many tasks at once, deputies, and beginning a designer's case. */
@NullMarked
package io.handsel.tasklist.web;

import org.jspecify.annotations.NullMarked;
