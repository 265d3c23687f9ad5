package io.handsel.tasklist;

import io.handsel.engine.ProcessKey;
import io.handsel.engine.TaskKey;
import java.util.List;

/**
 * What one user task means to the domain: contributed as a bean by the module that owns the process. The task list
 * shows the form, checks the answers, and calls this in the transaction that completes the task, after it has made sure
 * that the task is unchanged, held by the actor and not excluded for them. A task without a decision is form-only: its
 * answers become variables of the process.
 *
 * @param <I> the checked answers the domain reads; components are named like the form's fields. Fields without a
 *     component are in {@link TaskContext#answers()}
 */
public interface TaskDecision<I extends Record> {

    ProcessKey process();

    TaskKey task();

    Class<I> input();

    /** Does it, or says why not; nothing is changed after a refusal. */
    DecisionOutcome decide(TaskContext context, I input);

    /** Ready-made answers: buttons of the page, single keys, and what can be done to many tasks at once. */
    default List<Choice> choices() {
        return List.of();
    }

    /** What the decision would do, without doing it: for the preview of many decisions at once. */
    default DecisionOutcome foresee(TaskContext context, I input) {
        return DecisionOutcome.decided();
    }
}
