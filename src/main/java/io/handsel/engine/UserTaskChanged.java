package io.handsel.engine;

/**
 * News of a user task, published in the transaction that changed it, so that a read model written by a listener is
 * never older or newer than the engine.
 */
public sealed interface UserTaskChanged {

    UserTask task();

    /** The task waits from now on. */
    record Created(UserTask task) implements UserTaskChanged {}

    /** Assignee, dates or groups are others now. */
    record Updated(UserTask task) implements UserTaskChanged {}

    /** The task was done. */
    record Completed(UserTask task) implements UserTaskChanged {}

    /** The process went another way, or was cancelled. */
    record Removed(UserTask task) implements UserTaskChanged {}
}
