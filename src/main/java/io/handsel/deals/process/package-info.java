/**
 * Where the diagrams in {@code processes/deals} and the domain meet: a contract per process, the delegates behind its
 * service tasks, the decisions behind its user tasks, and the one class that starts and calls processes.
 */
@NullMarked
package io.handsel.deals.process;

import org.jspecify.annotations.NullMarked;
